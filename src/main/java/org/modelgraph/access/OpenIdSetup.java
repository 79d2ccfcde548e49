package org.modelgraph.access;

import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose tokens are believed, and what they allow.
 *
 * @param issuer the issuer as its tokens name it
 * @param audiences for whom a token must be made, one of them
 * @param algorithms with which a token may be signed, as RFC 7518 names them
 * @param claim the claim that says what the client may do; a path with dots leads into objects
 * @param scopes what a value of the claim allows; where there are none, values such as {@code
 *     modelgraph:read} say it themselves
 */
public record OpenIdSetup(
        String issuer,
        Set<String> audiences,
        Set<String> algorithms,
        String claim,
        Map<String, List<Scope>> scopes) {
    private static final String OWN = "modelgraph:";

    /**
     * Reads what stands in the settings.
     *
     * @param scopes pairs {@code VALUE=SCOPE} with commas between them
     * @throws Problem where the audience is missing or a pair is none
     */
    public static OpenIdSetup of(
            String issuer, String audience, String algorithms, String claim, String scopes) {
        if (list(audience).isEmpty())
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "There is an OpenID issuer and no audience that its tokens are for.")
                    .hint("Give --oidc-audience the name of this server at the issuer.");
        return new OpenIdSetup(
                issuer,
                Set.copyOf(list(audience)),
                Set.copyOf(list(algorithms)),
                claim,
                pairs(scopes));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    }

    private static Map<String, List<Scope>> pairs(String text) {
        var scopes = new LinkedHashMap<String, List<Scope>>();
        for (var pair : list(text)) {
            var equals = pair.indexOf('=');
            if (equals < 1)
                throw Problem.of(
                                Problem.Kind.BAD_REQUEST,
                                "'" + pair + "' in --oidc-scopes is no pair VALUE=SCOPE.")
                        .hint("For example kg-editors=write:https://example.org/");
            scopes.computeIfAbsent(pair.substring(0, equals).strip(), _ -> new ArrayList<>())
                    .add(Scope.of(pair.substring(equals + 1).strip()));
        }
        return scopes;
    }

    /** What values of the claim allow; those that mean nothing here are left aside. */
    List<Scope> allowed(List<String> values) {
        if (!scopes.isEmpty())
            return values.stream()
                    .flatMap(v -> scopes.getOrDefault(v, List.of()).stream())
                    .toList();
        return values.stream()
                .filter(v -> v.startsWith(OWN))
                .map(v -> v.substring(OWN.length()))
                .filter(v -> v.matches("read|admin|write(:[^\\s<>\"]+)?"))
                .map(Scope::of)
                .collect(Collectors.toList());
    }
}
