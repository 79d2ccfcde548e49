package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Lang;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.util.NodeUtils;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.bound.BoundedText;
import org.modelgraph.sparql.bound.Budget;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A text of a term; null where ARQ has to be asked what comes of it, be it an error. */
@FunctionalInterface
interface TermText {
    @Nullable String of(Node term);

    /** The text of a string literal. */
    static @Nullable String string(Node term) {
        return NodeUtils.isSimpleString(term) || NodeUtils.isLangString(term)
                ? term.getLiteralLexicalForm()
                : null;
    }

    /** STR (SPARQL 1.1 Query §17.4.2.5). */
    static @Nullable String str(Node term) {
        if (term.isLiteral()) return term.getLiteralLexicalForm();
        return term.isURI() ? term.getURI() : null;
    }

    /** LANG (SPARQL 1.1 Query §17.4.2.6). */
    static @Nullable String language(Node term) {
        return term.isLiteral() ? term.getLiteralLanguage() : null;
    }

    /** The text that an expression on a variable gives, if it is STR, LCASE or UCASE of one. */
    static Optional<TermText> of(Expr expression, Budget budget) {
        return switch (expression) {
            case E_Str str when str.getArg().isVariable() -> Optional.of(TermText::str);
            case E_Str str -> of(str.getArg(), budget);
            case E_StrLowerCase lower ->
                    of(lower.getArg(), budget)
                            .map(t -> t.changed(s -> s.toLowerCase(Locale.getDefault())));
            case E_StrUpperCase upper ->
                    of(upper.getArg(), budget)
                            .map(t -> t.changed(s -> s.toUpperCase(Locale.getDefault())));
            case BoundedText bounded ->
                    of(bounded.getArg(), budget).map(t -> t.within(budget.textLength()));
            default -> expression.isVariable() ? Optional.of(TermText::string) : Optional.empty();
        };
    }

    /** The language that an expression gives, if it is LANG of a variable. */
    static Optional<TermText> ofLanguage(Expr expression) {
        return expression instanceof E_Lang lang && lang.getArg().isVariable()
                ? Optional.of(TermText::language)
                : Optional.empty();
    }

    private TermText changed(UnaryOperator<String> change) {
        return term -> {
            var text = of(term);
            return text == null ? null : change.apply(text);
        };
    }

    private TermText within(int length) {
        return term -> {
            var text = of(term);
            return text == null || text.length() > length ? null : text;
        };
    }
}
