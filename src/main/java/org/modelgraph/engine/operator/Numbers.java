package org.modelgraph.engine.operator;

import java.util.Arrays;

/** Numbers in a row, as many as come. */
final class Numbers {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
