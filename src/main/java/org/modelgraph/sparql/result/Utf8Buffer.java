package org.modelgraph.sparql.result;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A buffer of UTF-8 that grows as it needs to. What is no Unicode text, a surrogate alone, goes in
 * as U+FFFD.
 */
final class Utf8Buffer {
    private static final int INITIAL = 40 * 1024;
    private static final int KEPT = 256 * 1024;
    private static final int REPLACEMENT = 0xfffd;

    private byte[] array = new byte[INITIAL];
    private int size;

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    /** Forgets everything from a place on. */
    void cut(int place) {
        size = place;
    }

    /** True where the buffer has not grown beyond what is worth keeping for the next answer. */
    boolean isReusable() {
        return array.length <= KEPT;
    }

    /** A copy of what stands from a place on. */
    byte[] from(int place) {
        return Arrays.copyOfRange(array, place, size);
    }

    private void ensure(int more) {
        if (array.length - size < more)
            array = Arrays.copyOf(array, Math.max(size + more, array.length * 2));
    }

    void add(byte[] bytes) {
        add(bytes, 0, bytes.length);
    }

    void add(byte[] bytes, int offset, int length) {
        ensure(length);
        System.arraycopy(bytes, offset, array, size, length);
        size += length;
    }

    /** Adds one character of ASCII. */
    void add(char ascii) {
        ensure(1);
        array[size++] = (byte) ascii;
    }

    /** Adds a number in decimal digits. */
    void add(int number) {
        add(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a text as it is. */
    void add(String text) {
        add(text, Escapes.NONE);
    }

    /** Adds a text with what the format can't have replaced. */
    void add(String text, Escapes escapes) {
        var special = escapes.special();
        var length = text.length();
        ensure(3 * length);
        var to = array;
        var end = size;
        var i = 0;
        while (i < length) {
            var c = text.charAt(i);
            if (c < 0x80 && !special[c]) {
                to[end++] = (byte) c;
                i++;
            } else {
                size = end;
                i = special(text, i, escapes);
                to = array;
                end = size;
            }
        }
        size = end;
    }

    /** Adds a character that is not one byte as it is, and says where the next one stands. */
    private int special(String text, int i, Escapes escapes) {
        var c = text.charAt(i);
        if (c < 0x80) {
            replace(escapes.of(c), text.length() - i);
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            four(Character.toCodePoint(c, text.charAt(i + 1)));
            return i + 2;
        } else {
            escapes.require(c);
            if (c < 0x800) two(c);
            else three(Character.isSurrogate(c) ? REPLACEMENT : c);
        }
        return i + 1;
    }

    private void replace(byte[] replacement, int left) {
        ensure(replacement.length + 3 * left);
        System.arraycopy(replacement, 0, array, size, replacement.length);
        size += replacement.length;
    }

    private void two(int c) {
        lead(0xc0 | (c >> 6));
        trail(c);
    }

    private void three(int c) {
        lead(0xe0 | (c >> 12));
        trail(c >> 6);
        trail(c);
    }

    private void four(int c) {
        lead(0xf0 | (c >> 18));
        trail(c >> 12);
        trail(c >> 6);
        trail(c);
    }

    private void lead(int bits) {
        array[size++] = (byte) bits;
    }

    private void trail(int bits) {
        array[size++] = (byte) (0x80 | (bits & 0x3f));
    }
}
