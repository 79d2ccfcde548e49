package org.modelgraph.engine.operator;

import org.jspecify.annotations.Nullable;

import java.util.function.IntFunction;

/** What was found last for a number, for some numbers: a table of fixed size. */
final class Recent<T> {
    private static final int KEPT = 1 << 12;

    private final IntFunction<T> source;
    private int[] numbers = new int[0];
    private @Nullable Object[] found = new Object[0];

    Recent(IntFunction<T> source) {
        this.source = source;
    }

    @SuppressWarnings("unchecked")
    T of(int number) {
        if (numbers.length == 0) {
            numbers = new int[KEPT];
            found = new Object[KEPT];
        }
        var place = (number ^ number >>> 12) & (KEPT - 1);
        var kept = found[place];
        if (kept != null && numbers[place] == number) return (T) kept;
        var fresh = source.apply(number);
        found[place] = fresh;
        numbers[place] = number;
        return fresh;
    }
}
