package org.modelgraph.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A name without what printers change at will: Unicode compatibility forms (NFKC), letter case,
 * white space, and the punctuation between words. A point between digits stays, and so do signs
 * that tell names apart, such as {@code + @ # %}.
 */
public final class NormalName {
    private static final String TELLING_SIGNS = "+@#%&*<>=~$^|";

    private NormalName() {}

    /** The normal form of a printed name; empty for a name of punctuation only. */
    public static String of(String printed) {
        var text = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var normal = new StringBuilder();
        var gap = false;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (stays(text, i, c)) {
                if (gap && !normal.isEmpty()) normal.append(' ');
                normal.appendCodePoint(c);
                gap = false;
            } else gap = true;
            i += Character.charCount(c);
        }
        return normal.toString();
    }

    private static boolean stays(String text, int at, int c) {
        if (c == '.') return isDigit(text, at - 1) && isDigit(text, at + 1);
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.OTHER_SYMBOL
                || TELLING_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    /**
     * The last part of an IRI for a name: small letters, digits, hyphens and dots; the same for
     * names with the same normal form, different for all others.
     */
    public static String slug(String printed) {
        var normal = of(printed);
        var plain = normal.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        if (plain.replace('-', ' ').equals(normal) && !plain.isEmpty()) return plain;
        var hash = hash(normal).substring(0, 8);
        return plain.isEmpty() ? "x-" + hash : plain + "-" + hash;
    }

    /** The SHA-256 of a text in hexadecimal. */
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
