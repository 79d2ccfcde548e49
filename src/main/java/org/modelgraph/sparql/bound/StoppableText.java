package org.modelgraph.sparql.bound;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A text that looks, while it is read, whether its reader was told to stop: {@code java.util.regex}
 * can read a text of thirty characters for hours, and looks for nothing else.
 */
final class StoppableText implements CharSequence {
    private static final int READS_BETWEEN_LOOKS = 1 << 12;

    private final String text;
    private final AtomicBoolean signal;
    private int reads;

    StoppableText(String text, AtomicBoolean signal) {
        this.text = text;
        this.signal = signal;
    }

    @Override
    public char charAt(int index) {
        if (++reads % READS_BETWEEN_LOOKS == 0) Budget.proceed(signal);
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new StoppableText(text.substring(start, end), signal);
    }

    @Override
    public String toString() {
        return text;
    }
}
