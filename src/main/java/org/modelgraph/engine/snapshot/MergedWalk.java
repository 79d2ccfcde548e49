package org.modelgraph.engine.snapshot;

/** Two walks as one; what both have is told once. */
final class MergedWalk implements TripleWalk {
    private final TripleWalk left;
    private final TripleWalk right;
    private boolean leftHas;
    private boolean rightHas;
    private TripleWalk current;
    private boolean begun;

    MergedWalk(TripleWalk left, TripleWalk right) {
        this.left = left;
        this.right = right;
        this.current = left;
    }

    @Override
    public boolean advance() {
        if (!begun) {
            leftHas = left.advance();
            rightHas = right.advance();
            begun = true;
        } else {
            pass();
        }
        current = leftHas && (!rightHas || compare() <= 0) ? left : right;
        return leftHas || rightHas;
    }

    private void pass() {
        var both = leftHas && rightHas && compare() == 0;
        var wasLeft = current == left;
        if (leftHas && (wasLeft || both)) leftHas = left.advance();
        if (rightHas && (!wasLeft || both)) rightHas = right.advance();
    }

    private int compare() {
        var order = Long.compareUnsigned(left.first(), right.first());
        if (order == 0) order = Long.compareUnsigned(left.second(), right.second());
        return order == 0 ? Long.compareUnsigned(left.third(), right.third()) : order;
    }

    @Override
    public long first() {
        return current.first();
    }

    @Override
    public long second() {
        return current.second();
    }

    @Override
    public long third() {
        return current.third();
    }
}
