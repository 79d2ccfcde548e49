package org.modelgraph.history;

import java.io.IOException;
import java.io.InputStream;

/** Looks for bytes in a stream (Knuth, Morris and Pratt). */
final class Occurrence {
    private Occurrence() {}

    /** True where the stream holds the bytes; it is then read as far as their end. */
    static boolean of(byte[] sought, InputStream in) throws IOException {
        var fallback = new int[sought.length];
        for (int i = 1, k = 0; i < sought.length; i++) {
            while (k > 0 && sought[i] != sought[k]) k = fallback[k - 1];
            if (sought[i] == sought[k]) k++;
            fallback[i] = k;
        }
        var buffer = new byte[1 << 16];
        var k = 0;
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (var i = 0; i < n; i++) {
                while (k > 0 && buffer[i] != sought[k]) k = fallback[k - 1];
                if (buffer[i] == sought[k]) k++;
                if (k == sought.length) return true;
            }
        }
        return false;
    }
}
