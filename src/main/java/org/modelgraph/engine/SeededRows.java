package org.modelgraph.engine;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.modelgraph.engine.operator.Batch;
import org.modelgraph.engine.operator.Execution;
import org.modelgraph.engine.operator.Operator;
import org.modelgraph.engine.operator.Replay;
import org.modelgraph.engine.operator.RowBinding;
import org.modelgraph.engine.plan.Question;
import org.modelgraph.engine.snapshot.Storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pattern for rows that ARQ hands in, some at a time. A row with a literal that TDB2 would give
 * back in another form is left to TDB2.
 */
final class SeededRows extends QueryIter1 {
    private final Question question;
    private final Execution run;
    private final Function<QueryIterator, QueryIterator> fallback;
    private final int mark;
    private final List<Binding> seeds = new ArrayList<>();
    private final Batch rows;
    private Optional<Operator> found = Optional.empty();
    private Optional<QueryIterator> foreign = Optional.empty();
    private Optional<Binding> waiting = Optional.empty();
    private int place;
    private long left;

    SeededRows(
            Question question,
            QueryIterator input,
            Execution run,
            Function<QueryIterator, QueryIterator> fallback) {
        super(input, run.context());
        this.question = question;
        this.run = run;
        this.fallback = fallback;
        this.mark = question.variables().size();
        this.rows = run.batch();
    }

    @Override
    protected boolean hasNextBinding() {
        while (true) {
            if (foreign.isPresent()) {
                if (foreign.get().hasNext()) return true;
                foreign = Optional.empty();
            }
            if (left > 0 || advance()) return true;
            if (waiting.isPresent()) {
                foreign = waiting.map(this::foreign);
                waiting = Optional.empty();
            } else if (!getInput().hasNext()) {
                return false;
            } else {
                seed();
            }
        }
    }

    private QueryIterator foreign(Binding row) {
        return fallback.apply(QueryIterSingleton.create(row, run.context()));
    }

    private boolean advance() {
        place++;
        if (place >= rows.size()) {
            if (found.isEmpty() || !found.get().fill(rows)) {
                found = Optional.empty();
                rows.clear();
                place = 0;
                return false;
            }
            place = 0;
        }
        left = rows.weight(place);
        return true;
    }

    /** Takes rows in until there are enough or one comes that is TDB2's. */
    private void seed() {
        seeds.clear();
        var batch = run.batch();
        while (!batch.isFull() && getInput().hasNext() && waiting.isEmpty()) {
            var binding = getInput().next();
            if (isForeign(binding)) {
                waiting = Optional.of(binding);
            } else {
                batch.add(row(binding), 1);
                seeds.add(binding);
            }
        }
        if (!seeds.isEmpty()) found = Optional.of(question.plan().open(new Replay(batch), run));
    }

    private static boolean isForeign(Binding binding) {
        if (binding instanceof RowBinding) return false;
        var variables = binding.vars();
        while (variables.hasNext()) {
            var term = binding.get(variables.next());
            if (term.isTripleTerm() || Storage.isRewritten(term)) return true;
        }
        return false;
    }

    private int[] row(Binding binding) {
        var row = new int[mark + 1];
        Arrays.fill(row, Batch.UNBOUND);
        for (var i = 0; i < mark; i++) {
            var variable = question.variables().get(i);
            if (binding.contains(variable)) row[i] = run.terms().number(binding.get(variable));
        }
        row[mark] = seeds.size();
        return row;
    }

    @Override
    protected Binding moveToNextBinding() {
        if (foreign.isPresent()) return foreign.get().next();
        left--;
        var row = rows.row(place);
        var seed = seeds.get(row[mark]);
        row[mark] = Batch.UNBOUND;
        return new RowBinding(row, run, seed);
    }

    @Override
    protected void closeSubIterator() {
        foreign.ifPresent(QueryIterator::close);
        run.close();
    }

    @Override
    protected void requestSubCancel() {
        foreign.ifPresent(QueryIterator::cancel);
    }
}
