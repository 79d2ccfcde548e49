package org.modelgraph.browse;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a reader wants to see of a list.
 *
 * @param text words that the names of a thing must hold, all of them, in any language
 * @param chosen by the key of a facet the values of which a thing must have one; {@link #NONE}
 *     stands for a thing that has none
 * @param sort the key of the field to sort by; empty for the names
 * @param descending true to begin with the greatest
 */
public record Selection(
        String text, Map<String, List<String>> chosen, String sort, boolean descending) {
    /** Stands for the absence of a value. */
    public static final String NONE = "none";

    /** A selection of everything, by name. */
    public static final Selection ALL = new Selection("", Map.of(), "", false);

    /** The words of the text, as they are compared. */
    public List<String> words() {
        return Arrays.stream(fold(text).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /** A text as it is compared: without difference of case or of width. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
