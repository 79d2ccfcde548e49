package org.modelgraph.engine.operator;

import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeUtils;
import org.modelgraph.sparql.bound.BoundedRegex;
import org.modelgraph.sparql.bound.Budget;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A condition on the text or the language of a term that is told without the values of ARQ:
 * CONTAINS, STRSTARTS, STRENDS and REGEX of a variable or its STR, LCASE or UCASE, and LANG with
 * equals (SPARQL 1.1 Query §17.4.3).
 */
record TextTest(TermText text, Predicate<String> test) {
    /** The test that an expression is, if it is one; for one thread. */
    static Optional<TextTest> of(Expr expression, Execution run) {
        var context = run.context().getContext();
        var budget = Budget.of(context);
        return switch (expression) {
            case E_StrContains contains -> of(contains, String::contains, budget);
            case E_StrStartsWith starts -> of(starts, String::startsWith, budget);
            case E_StrEndsWith ends -> of(ends, String::endsWith, budget);
            case E_Equals equals ->
                    of(TermText.ofLanguage(equals.getArg1()), equals.getArg2(), String::equals);
            case BoundedRegex regex ->
                    TermText.of(regex.getArg(1), budget)
                            .flatMap(text ->
                                    regex.test(Budget.signal(context))
                                            .map(test -> new TextTest(text, test)));
            default -> Optional.empty();
        };
    }

    private static Optional<TextTest> of(
            ExprFunction2 function, BiPredicate<String, String> test, Budget budget) {
        return of(TermText.of(function.getArg1(), budget), function.getArg2(), test);
    }

    private static Optional<TextTest> of(
            Optional<TermText> text, Expr constant, BiPredicate<String, String> test) {
        if (!(constant instanceof NodeValue value) || !NodeUtils.isSimpleString(value.asNode()))
            return Optional.empty();
        var expected = value.asNode().getLiteralLexicalForm();
        return text.map(t -> new TextTest(t, found -> test.test(found, expected)));
    }
}
