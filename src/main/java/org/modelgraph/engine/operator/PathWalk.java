package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;

/** A property path between two ends, each of them a slot or the complement of a term. */
public final class PathWalk implements Operator {
    private final Input input;
    private final Execution run;
    private final int subject;
    private final int object;
    private final PathExpression path;
    private final PathSearch search;
    private final int[] begun;
    private final int[] row;
    private Numbers starts = new Numbers();
    private int nextStart;
    private int start;
    private Numbers ends = new Numbers();
    private int nextEnd;
    private boolean backward;
    private long weight;

    /** A walk. */
    public PathWalk(Operator source, int subject, PathExpression path, int object, Execution run) {
        this.input = new Input(source, run);
        this.run = run;
        this.subject = subject;
        this.object = object;
        this.path = path;
        this.search = new PathSearch(run);
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        run.proceed();
        while (!batch.isFull()) {
            if (nextEnd < ends.size()) emit(batch, ends.get(nextEnd++));
            else if (nextStart < starts.size()) follow(starts.get(nextStart++));
            else {
                weight = input.read(begun);
                if (weight == 0) break;
                begin();
            }
        }
        return batch.size() > 0;
    }

    private void begin() {
        var from = Edge.value(subject, begun);
        var to = Edge.value(object, begun);
        backward = from == Batch.UNBOUND && to != Batch.UNBOUND;
        nextStart = 0;
        if (from == Batch.UNBOUND && !backward) {
            starts = search.starts(path);
        } else {
            starts = new Numbers();
            starts.add(backward ? to : from);
        }
    }

    private void follow(int from) {
        start = from;
        ends = new Numbers();
        nextEnd = 0;
        var collected = ends;
        search.ends(
                path,
                from,
                !backward,
                end -> {
                    collected.add(end);
                    run.holdEnds(collected.size());
                });
        run.proceed();
    }

    private void emit(Batch batch, int end) {
        System.arraycopy(begun, 0, row, 0, row.length);
        if (bind(subject, backward ? end : start) && bind(object, backward ? start : end))
            batch.add(row, weight);
    }

    private boolean bind(int slot, int term) {
        if (!Edge.isSlot(slot)) return same(~slot, term);
        if (row[slot] != Batch.UNBOUND) return same(row[slot], term);
        row[slot] = term;
        return true;
    }

    /** Literals meet where their values do, as they do for ARQ. */
    private boolean same(int wanted, int found) {
        if (wanted == found) return true;
        var term = term(wanted);
        return term.isLiteral() && term.sameValueAs(term(found));
    }

    private Node term(int number) {
        return run.terms().term(number);
    }
}
