package org.modelgraph.engine.operator;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;

import java.util.Optional;

/**
 * A condition on one variable that depends on nothing else: it is evaluated once for each term, and
 * what came out is kept, in pages that are made when they are needed.
 */
final class TermFilter {
    private static final byte TRUE = 1;
    private static final byte FALSE = 2;
    private static final int PAGE_BITS = 12;
    private static final int IN_PAGE = (1 << PAGE_BITS) - 1;
    private static final byte[] NO_PAGE = new byte[0];

    private final Expr expression;
    private final Var variable;
    private final Execution run;
    private final Optional<TextTest> quick;
    private final byte[][] pages;

    TermFilter(Condition condition, Execution run) {
        this.expression = condition.expression();
        this.variable = condition.variable();
        this.run = run;
        this.quick = TextTest.of(condition.expression(), run);
        this.pages = new byte[(run.snapshot().dictionary().size() >> PAGE_BITS) + 1][];
        java.util.Arrays.fill(pages, NO_PAGE);
    }

    boolean accepts(int number) {
        if (number < 0) return evaluated(number);
        var page = pages[number >> PAGE_BITS];
        if (page.length == 0) {
            page = new byte[IN_PAGE + 1];
            pages[number >> PAGE_BITS] = page;
        }
        var place = number & IN_PAGE;
        if (page[place] == 0) page[place] = evaluated(number) ? TRUE : FALSE;
        return page[place] == TRUE;
    }

    private boolean evaluated(int number) {
        if (number != Batch.UNBOUND && quick.isPresent()) {
            var text = quick.get().text().of(run.terms().term(number));
            if (text != null) return quick.get().test().test(text);
        }
        var row =
                number == Batch.UNBOUND
                        ? BindingFactory.empty()
                        : BindingFactory.binding(variable, run.terms().term(number));
        return expression.isSatisfied(row, run.context());
    }
}
