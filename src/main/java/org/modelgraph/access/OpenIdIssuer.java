package org.modelgraph.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import org.modelgraph.problem.Problem;

import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the tokens of one OpenID provider (RFC 7519, RFC 9068, RFC 8725): its signature with a key
 * that the provider publishes, an algorithm that is allowed, issuer, audience, and time, with a
 * minute for clocks that differ.
 */
public final class OpenIdIssuer {
    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_NAME = 200;
    private static final Pattern TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*");

    private final OpenIdSetup setup;
    private final IssuerKeys keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** An issuer that is asked for its keys when the first token comes. */
    public OpenIdIssuer(OpenIdSetup setup) {
        this.setup = setup;
        this.keys = new IssuerKeys(setup.issuer());
        Set<JWSAlgorithm> algorithms =
                setup.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        var claims =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        setup.audiences(),
                        new JWTClaimsSet.Builder().issuer(setup.issuer()).build(),
                        Set.of("exp", "sub"),
                        Set.of());
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** True of a text that has the form of a signed token. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** The issuer as its tokens name it. */
    public String name() {
        return setup.issuer();
    }

    /** What became of a token: a client, or why there is none. */
    public record Verdict(Optional<Principal> client, String reason) {}

    /**
     * Checks a token.
     *
     * @throws Problem of kind {@link Problem.Kind#NOT_READY} where the keys can't be had
     */
    public Verdict check(String token) {
        try {
            var claims = processor.process(token, null);
            return new Verdict(Optional.of(principal(claims)), "");
        } catch (ParseException e) {
            return refused("The bearer token is no signed JWT.");
        } catch (BadJOSEException e) {
            return refused("The bearer token is refused: " + reason(e));
        } catch (RateLimitReachedException e) {
            if (keys.isKnown()) return refused("The bearer token is signed with an unknown key.");
            throw unreachable(e);
        } catch (JOSEException e) {
            throw unreachable(e);
        }
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElse("it is not valid") + ".";
    }

    private static Verdict refused(String reason) {
        return new Verdict(Optional.empty(), reason);
    }

    private Problem unreachable(Exception e) {
        return Problem.of(
                        Problem.Kind.NOT_READY,
                        "The issuer " + setup.issuer() + " does not give its keys now.")
                .hint("Try again later, or use a token of this server.")
                .causedBy(e);
    }

    private Principal principal(JWTClaimsSet claims) {
        var subject = String.valueOf(claims.getSubject());
        return new Principal(
                "subject " + subject.substring(0, Math.min(LONGEST_NAME, subject.length())),
                setup.allowed(values(claims.getClaims())));
    }

    /** The values of the claim: the words of a text, or the texts of a list. */
    private List<String> values(Map<String, Object> claims) {
        var path = setup.claim();
        var value = Optional.ofNullable(claims.get(path));
        if (value.isEmpty()) {
            value = Optional.of(claims);
            for (var step : path.split("\\."))
                value = value.filter(Map.class::isInstance).map(v -> ((Map<?, ?>) v).get(step));
        }
        return value.map(OpenIdIssuer::words).orElse(List.of());
    }

    private static List<String> words(Object value) {
        return switch (value) {
            case String text -> Arrays.asList(text.strip().split("\\s+"));
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of();
        };
    }
}
