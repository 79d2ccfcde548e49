package org.modelgraph.http;

import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The conditions under which a client wants its request done: If-Match and If-None-Match (RFC 9110
 * §13).
 *
 * <p>For a write, a tag stands for the state of a graph and not for one of its formats; and a tag
 * made of a version ({@code "VERSION"}, as Modelgraph-Version tells it) holds as long as nothing
 * has changed the graph since that version.
 */
final class Preconditions {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");

    /** Possessive, so that no number of tags is too much for the stack. */
    private static final Pattern LIST =
            Pattern.compile(TAG.pattern() + "(?:\\s*,\\s*" + TAG.pattern() + ")*+");

    private static final Pattern STATE = Pattern.compile("([0-9a-f]+)-(\\d{1,18})(\\.[a-z.]+)?");

    private record Tag(boolean weak, String text) {
        static Tag of(MatchResult found) {
            return new Tag(found.group(1) != null, found.group(2));
        }
    }

    /** The tags of one header; none of them where it is {@code *}. */
    private record Condition(boolean any, List<Tag> tags) {}

    private final Optional<Condition> match;
    private final Optional<Condition> noneMatch;

    private Preconditions(Optional<Condition> match, Optional<Condition> noneMatch) {
        this.match = match;
        this.noneMatch = noneMatch;
    }

    /**
     * Reads the conditions of a request.
     *
     * @throws Problem where they are not well-formed
     */
    static Preconditions of(Exchange exchange) {
        return of(exchange.header("If-Match"), exchange.header("If-None-Match"));
    }

    /** The same by the values of the two headers. */
    static Preconditions of(Optional<String> match, Optional<String> noneMatch) {
        return new Preconditions(
                condition("If-Match", match), condition("If-None-Match", noneMatch));
    }

    private static Optional<Condition> condition(String header, Optional<String> given) {
        var value = given.map(String::strip);
        if (value.isEmpty()) return Optional.empty();
        if (value.get().equals("*")) return Optional.of(new Condition(true, List.of()));
        if (!LIST.matcher(value.get()).matches())
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            header + " is '" + value.get() + "', which is no list of entity tags.")
                    .hint("Send the tag as ETag gave it, with its quotation marks, or *.");
        return Optional.of(
                new Condition(false, TAG.matcher(value.get()).results().map(Tag::of).toList()));
    }

    /**
     * What a write is to be done to.
     *
     * @param exists whether there is anything
     * @param changed the version that last changed it
     * @param current the version of the store
     */
    record State(boolean exists, Version changed, Version current) {
        private boolean is(Tag tag) {
            var state = STATE.matcher(tag.text());
            return exists
                    && state.matches()
                    && (state.group(1) + "-").equals(changed.toString().replaceFirst("\\d+$", ""))
                    && Long.parseLong(state.group(2)) >= changed.number()
                    && Long.parseLong(state.group(2)) <= current.number();
        }
    }

    /**
     * Lets a write pass whose conditions hold.
     *
     * @throws Problem 412 where they don't
     */
    void require(State state) {
        match.filter(c ->
                        !(c.any()
                                ? state.exists()
                                : c.tags().stream().anyMatch(t -> !t.weak() && state.is(t))))
                .ifPresent(_ -> {
                    throw failed(state);
                });
        noneMatch
                .filter(c -> c.any() ? state.exists() : c.tags().stream().anyMatch(state::is))
                .ifPresent(_ -> {
                    throw failed(state);
                });
    }

    private static Problem failed(State state) {
        return Problem.of(
                        Problem.Kind.PRECONDITION_FAILED,
                        state.exists()
                                ? "The state is another one: it last changed in version "
                                        + state.changed()
                                        + "."
                                : "There is no such graph.")
                .hint("Read it again, make the change anew and send it with the ETag of now.");
    }

    /**
     * True where a client that reads has this representation already, and is to be told 304.
     *
     * @throws Problem 412 where it wants another one than there is
     */
    boolean isNotModified(EntityTag tag) {
        if (match.filter(c -> !c.any() && !names(c, tag, false)).isPresent())
            throw Problem.of(Problem.Kind.PRECONDITION_FAILED, "The ETag is now " + tag + ".")
                    .hint("Ask without If-Match.");
        return noneMatch.filter(c -> c.any() || names(c, tag, true)).isPresent();
    }

    private static boolean names(Condition condition, EntityTag tag, boolean weakly) {
        return condition.tags().stream()
                .anyMatch(t -> t.text().equals(tag.text()) && (weakly || !t.weak()));
    }
}
