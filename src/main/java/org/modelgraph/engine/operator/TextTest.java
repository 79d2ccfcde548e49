package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrEndsWith;
import org.apache.jena.sparql.expr.E_StrStartsWith;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeUtils;

import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A condition on the text or the language of a term that is told without the values of ARQ:
 * CONTAINS, STRSTARTS and STRENDS of a variable or its STR, and LANG with equals (SPARQL 1.1 Query
 * §17.4.3).
 */
final class TextTest {
    private enum Part {
        STRING,
        STR,
        LANGUAGE
    }

    private final Part part;
    private final String text;
    private final BiPredicate<String, String> test;

    private TextTest(Part part, String text, BiPredicate<String, String> test) {
        this.part = part;
        this.text = text;
        this.test = test;
    }

    /** The test that an expression is, if it is one. */
    static Optional<TextTest> of(Expr expression) {
        return switch (expression) {
            case E_StrContains contains -> of(contains, String::contains);
            case E_StrStartsWith starts -> of(starts, String::startsWith);
            case E_StrEndsWith ends -> of(ends, String::endsWith);
            case E_Equals equals when equals.getArg1() instanceof E_Lang lang ->
                    of(lang.getArg(), Part.LANGUAGE, equals.getArg2(), String::equals);
            default -> Optional.empty();
        };
    }

    private static Optional<TextTest> of(ExprFunction2 function, BiPredicate<String, String> test) {
        return function.getArg1() instanceof E_Str str
                ? of(str.getArg(), Part.STR, function.getArg2(), test)
                : of(function.getArg1(), Part.STRING, function.getArg2(), test);
    }

    private static Optional<TextTest> of(
            Expr variable, Part part, Expr constant, BiPredicate<String, String> test) {
        return variable.isVariable()
                        && constant instanceof NodeValue value
                        && NodeUtils.isSimpleString(value.asNode())
                ? Optional.of(new TextTest(part, value.asNode().getLiteralLexicalForm(), test))
                : Optional.empty();
    }

    /** What comes out for a term; empty where ARQ has to be asked. */
    Optional<Boolean> of(Node term) {
        return switch (part) {
            case STRING ->
                    NodeUtils.isSimpleString(term) || NodeUtils.isLangString(term)
                            ? tested(term.getLiteralLexicalForm())
                            : Optional.empty();
            case STR ->
                    term.isLiteral()
                            ? tested(term.getLiteralLexicalForm())
                            : term.isURI() ? tested(term.getURI()) : Optional.empty();
            case LANGUAGE ->
                    term.isLiteral() ? tested(term.getLiteralLanguage()) : Optional.empty();
        };
    }

    private Optional<Boolean> tested(String found) {
        return Optional.of(test.test(found, text));
    }
}
