package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.access.Scope;
import org.modelgraph.access.Token;
import org.modelgraph.access.TokenFile;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code token}: makes, lists and revokes the bearer tokens of a store. */
final class TokenCommand extends Command {
    TokenCommand() {
        super("token", "Makes, lists and revokes the bearer tokens of a store.");
        for (var command : List.of(new Create(), new Listing(), new Revoke()))
            spec().addSubcommand(command.spec().name(), command.spec());
    }

    @Override
    public Integer call() {
        spec().commandLine().usage(err());
        return CommandLineInterface.MISUSED;
    }

    private abstract static class OnTokens extends Command {
        OnTokens(String name, String purpose) {
            super(name, purpose, Setting.DATABASE, Setting.TOKENS);
        }

        final TokenFile tokens() {
            return new TokenFile(settings().tokens());
        }
    }

    private static final class Create extends OnTokens {
        Create() {
            super("create", "Makes a token and shows it, once.");
            spec().addOption(
                            OptionSpec.builder("--label")
                                    .type(String.class)
                                    .paramLabel("TEXT")
                                    .required(true)
                                    .description("What the token is for.")
                                    .build())
                    .addOption(
                            OptionSpec.builder("--scope")
                                    .type(List.class)
                                    .auxiliaryTypes(String.class)
                                    .arity("1")
                                    .paramLabel("SCOPE")
                                    .required(true)
                                    .description(
                                            "What it allows: read, write, write:IRI-PREFIX or"
                                                    + " admin; may be given several times.")
                                    .build())
                    .addOption(
                            OptionSpec.builder("--expires")
                                    .type(String.class)
                                    .paramLabel("WHEN")
                                    .description(
                                            "A number of days such as 90d, a date such as"
                                                    + " 2027-12-31, or never. Default: 90d.")
                                    .build());
        }

        @Override
        public Integer call() {
            var scopes = new ArrayList<Scope>();
            for (var scope : given().matchedOptionValue("--scope", List.<String>of()))
                scopes.add(Scope.of(scope));
            var now = Instant.now();
            var issued =
                    tokens().issue(
                                    given().matchedOptionValue("--label", ""),
                                    scopes,
                                    now,
                                    expiry(given().matchedOptionValue("--expires", "90d"), now));
            out().println(issued.text());
            out().flush();
            err().println(
                            "Token "
                                    + issued.token().id()
                                    + " is shown this once. Send it as Authorization: Bearer"
                                    + " TOKEN.");
            return CommandLineInterface.DONE;
        }
    }

    private static Optional<Instant> expiry(String text, Instant now) {
        if (text.equals("never")) return Optional.empty();
        try {
            return Optional.of(
                    text.matches("[1-9]\\d{0,4}d")
                            ? now.plus(
                                    Duration.ofDays(
                                            Long.parseLong(text.substring(0, text.length() - 1))))
                            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + text + "' says no time of expiry.")
                    .hint("Write 90d, 2027-12-31 or never.")
                    .causedBy(e);
        }
    }

    private static final class Listing extends OnTokens {
        Listing() {
            super("list", "Lists the tokens, never their texts.");
        }

        @Override
        public Integer call() {
            out().println("id\tcreated\texpires\tscopes\tlabel");
            tokens().tokens().forEach(t -> out().println(row(t)));
            out().flush();
            return CommandLineInterface.DONE;
        }

        private static String row(Token token) {
            var expires = token.expires().map(Instant::toString).orElse("never");
            return String.join(
                    "\t",
                    token.id(),
                    token.created().toString(),
                    token.isExpired(Instant.now()) ? expires + " (over)" : expires,
                    token.principal().scopesInWords(),
                    token.label());
        }
    }

    private static final class Revoke extends OnTokens {
        Revoke() {
            super("revoke", "Takes a token back; a running server heeds it with the next request.");
            spec().addPositional(
                            PositionalParamSpec.builder()
                                    .paramLabel("ID")
                                    .type(String.class)
                                    .arity("1")
                                    .required(true)
                                    .index("0")
                                    .description("The id of the token, as listed.")
                                    .build());
        }

        @Override
        public Integer call() {
            var revoked = tokens().revoke(given().matchedPositionalValue(0, ""));
            err().println("Token " + revoked.id() + " (" + revoked.label() + ") is revoked.");
            return CommandLineInterface.DONE;
        }
    }
}
