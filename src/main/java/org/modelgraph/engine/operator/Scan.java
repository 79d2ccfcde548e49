package org.modelgraph.engine.operator;

import org.modelgraph.engine.snapshot.Adjacency;
import org.modelgraph.engine.snapshot.PredicateIndex;
import org.modelgraph.engine.snapshot.Triples;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A triple pattern whose predicate is a variable: it goes through the predicates. */
public final class Scan implements Operator {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 13;

    private final Input input;
    private final Execution run;
    private final Triples triples;
    private final int[] ends;
    private final BitSet needed;
    private final int[] begun;
    private final int[] row;
    private List<PredicateIndex> open = List.of();
    private int next;
    private int steps;
    private long weight;
    private final Pairs pairs = new Pairs();

    /**
     * A scan.
     *
     * @param subject a slot, or the complement of a term
     * @param needed the slots whose terms somebody needs
     * @param triples what it goes through
     */
    public Scan(
            Operator source,
            int subject,
            int predicate,
            int object,
            BitSet needed,
            Triples triples,
            Execution run) {
        this.triples = triples;
        this.input = new Input(source, run);
        this.run = run;
        this.ends = new int[] {subject, predicate, object};
        this.needed = needed;
        this.begun = new int[run.width()];
        this.row = new int[run.width()];
    }

    @Override
    public boolean fill(Batch batch) {
        batch.clear();
        run.proceed();
        while (!batch.isFull()) {
            if (++steps % STEPS_BETWEEN_LOOKS == 0) run.proceed();
            if (pairs.next()) emit(batch);
            else if (next < open.size()) pairs.open(open.get(next++));
            else {
                weight = input.read(begun);
                if (weight == 0) break;
                begin();
            }
        }
        return batch.size() > 0;
    }

    private void begin() {
        var predicate = Edge.value(ends[1], begun);
        open =
                predicate == Batch.UNBOUND
                        ? triples.indexes()
                        : triples.index(predicate).stream().toList();
        next = 0;
    }

    private void emit(Batch batch) {
        System.arraycopy(begun, 0, row, 0, row.length);
        if (bind(1, pairs.index.predicate()) && bind(0, pairs.subject) && bind(2, pairs.object))
            batch.add(row, Weight.times(weight, pairs.weight));
    }

    private boolean bind(int column, int term) {
        if (term == Batch.UNBOUND) return true;
        var end = ends[column];
        if (!Edge.isSlot(end)) return ~end == term;
        if (row[end] != Batch.UNBOUND) return row[end] == term;
        row[end] = term;
        return true;
    }

    /** True of a column whose terms are counted only: a variable that stands nowhere else. */
    private boolean isCounted(int column) {
        var end = ends[column];
        return Edge.isSlot(end)
                && begun[end] == Batch.UNBOUND
                && !needed.get(end)
                && Arrays.stream(ends).filter(e -> e == end).count() == 1;
    }

    /** The pairs of one predicate that fit the row; what is only counted stays unbound. */
    private final class Pairs {
        private static final PredicateIndex NONE = PredicateIndex.EMPTY;

        private PredicateIndex index = NONE;
        private Adjacency by = NONE.objects();
        private int[] values = NONE.objects().keys();
        private boolean bySubject;
        private boolean counts;
        private int key;
        private int lastKey;
        private int at;
        private int end;
        private int subject;
        private int object;
        private long weight;

        void open(PredicateIndex opened) {
            index = opened;
            var s = Edge.value(ends[0], begun);
            var o = Edge.value(ends[2], begun);
            bySubject = s != Batch.UNBOUND || (o == Batch.UNBOUND && !isCounted(0));
            by = bySubject ? index.objects() : index.subjects();
            counts = isCounted(bySubject ? 2 : 0);
            var fixed = bySubject ? s : o;
            key = 0;
            lastKey = 0;
            at = 0;
            end = 0;
            if (fixed != Batch.UNBOUND) one(fixed);
            else if (counts && isCounted(bySubject ? 0 : 2)) all();
            else lastKey = by.keyCount();
        }

        private void one(int fixed) {
            var range = by.range(fixed);
            at = Adjacency.from(range);
            end = Adjacency.to(range);
            if (!counts) values = by.values(fixed);
            bind(fixed);
        }

        private void bind(int fixed) {
            if (bySubject) subject = fixed;
            else object = fixed;
            if (counts) {
                weight = (long) end - at;
                at = Math.max(at, end - 1);
            } else {
                weight = 1;
            }
        }

        /** All of the predicate in one row. */
        private void all() {
            subject = Batch.UNBOUND;
            object = Batch.UNBOUND;
            weight = by.size();
            at = 0;
            end = 1;
        }

        boolean next() {
            if (at == end) {
                if (key == lastKey) return false;
                one(by.keys()[key++]);
            }
            var value = counts ? Batch.UNBOUND : values[at];
            at++;
            if (bySubject) object = value;
            else subject = value;
            return true;
        }
    }
}
