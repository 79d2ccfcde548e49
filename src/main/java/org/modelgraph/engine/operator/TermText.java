package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.util.NodeUtils;
import org.modelgraph.sparql.bound.BoundedText;
import org.modelgraph.sparql.bound.Budget;

import java.util.Locale;
import java.util.Optional;

/** A text of a term; empty where ARQ has to be asked what comes of it, be it an error. */
interface TermText {
    Optional<String> of(Node term);

    /** The text of a string literal. */
    static Optional<String> string(Node term) {
        return NodeUtils.isSimpleString(term) || NodeUtils.isLangString(term)
                ? Optional.of(term.getLiteralLexicalForm())
                : Optional.empty();
    }

    /** STR (SPARQL 1.1 Query §17.4.2.5). */
    static Optional<String> str(Node term) {
        if (term.isLiteral()) return Optional.of(term.getLiteralLexicalForm());
        return term.isURI() ? Optional.of(term.getURI()) : Optional.empty();
    }

    /** LANG (SPARQL 1.1 Query §17.4.2.6). */
    static Optional<String> language(Node term) {
        return term.isLiteral() ? Optional.of(term.getLiteralLanguage()) : Optional.empty();
    }

    /** The text that an expression on a variable gives, if it is STR, LCASE or UCASE of one. */
    static Optional<TermText> of(Expr expression, Budget budget) {
        return switch (expression) {
            case E_Str str when str.getArg().isVariable() -> Optional.of(TermText::str);
            case E_Str str -> of(str.getArg(), budget);
            case E_StrLowerCase lower ->
                    of(lower.getArg(), budget)
                            .map(t -> n -> t.of(n).map(s -> s.toLowerCase(Locale.getDefault())));
            case E_StrUpperCase upper ->
                    of(upper.getArg(), budget)
                            .map(t -> n -> t.of(n).map(s -> s.toUpperCase(Locale.getDefault())));
            case BoundedText bounded ->
                    of(bounded.getArg(), budget)
                            .map(t -> n -> t.of(n).filter(s -> s.length() <= budget.textLength()));
            default -> expression.isVariable() ? Optional.of(TermText::string) : Optional.empty();
        };
    }

    /** The language that an expression gives, if it is LANG of a variable. */
    static Optional<TermText> ofLanguage(Expr expression) {
        return expression instanceof E_Lang lang && lang.getArg().isVariable()
                ? Optional.of(TermText::language)
                : Optional.empty();
    }
}
