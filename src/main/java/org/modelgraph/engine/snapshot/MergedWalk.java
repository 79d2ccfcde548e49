package org.modelgraph.engine.snapshot;

/** Two walks as one; what both have is told once. */
final class MergedWalk implements TripleWalk {
    private final TripleWalk left;
    private final TripleWalk right;
    private boolean leftHas;
    private boolean rightHas;
    private boolean isLeft;
    private boolean begun;

    MergedWalk(TripleWalk left, TripleWalk right) {
        this.left = left;
        this.right = right;
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
        isLeft = leftHas && (!rightHas || compare() <= 0);
        return leftHas || rightHas;
    }

    private void pass() {
        var both = leftHas && rightHas && compare() == 0;
        if (leftHas && (isLeft || both)) leftHas = left.advance();
        if (rightHas && (!isLeft || both)) rightHas = right.advance();
    }

    private TripleWalk current() {
        return isLeft ? left : right;
    }

    private int compare() {
        var order = Long.compareUnsigned(left.first(), right.first());
        if (order == 0) order = Long.compareUnsigned(left.second(), right.second());
        return order == 0 ? Long.compareUnsigned(left.third(), right.third()) : order;
    }

    @Override
    public long first() {
        return current().first();
    }

    @Override
    public long second() {
        return current().second();
    }

    @Override
    public long third() {
        return current().third();
    }
}
