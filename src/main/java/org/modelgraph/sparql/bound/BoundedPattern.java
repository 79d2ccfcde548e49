package org.modelgraph.sparql.bound;

import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pattern of a REGEX or REPLACE; the last one that was compiled is kept. */
final class BoundedPattern {
    private static final String FLAGS = "[smixq]*";

    private final String function;
    private @Nullable Compiled last;

    private record Compiled(String pattern, String flags, Pattern compiled) {}

    BoundedPattern(String function) {
        this.function = function;
    }

    /**
     * The pattern that stands in the arguments of a function.
     *
     * @param arguments all arguments
     * @param place where the pattern stands
     * @param flagsPlace where the flags stand, if there are any
     * @throws ExprEvalException where they are no pattern (SPARQL 1.1 Query §17.4.3.14)
     */
    Pattern of(List<NodeValue> arguments, int place, int flagsPlace) {
        var pattern = text(arguments.get(place));
        var flags = arguments.size() > flagsPlace ? text(arguments.get(flagsPlace)) : "";
        var kept = last;
        if (kept != null && kept.pattern.equals(pattern) && kept.flags.equals(flags))
            return kept.compiled;
        if (!flags.matches(FLAGS))
            throw new ExprEvalException(function + ": the flags are not of 'smixq': " + flags);
        var fresh = new Compiled(pattern, flags, compile(pattern, flags));
        last = fresh;
        return fresh.compiled;
    }

    private Pattern compile(String pattern, String flags) {
        return Optional.ofNullable(RegexEngine.makePattern(function, pattern, flags))
                .orElseThrow(() -> new ExprEvalException(function + ": no pattern"));
    }

    /** The text of a string literal. */
    String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
