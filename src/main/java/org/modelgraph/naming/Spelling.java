package org.modelgraph.naming;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name in its normal form, with what comparisons ask of it again and again.
 *
 * @param place where it stands among the names that it is compared with; -1 for a name asked for
 * @param name the normal form
 * @param groups how many groups of letters it has
 * @param numbers its numbers in their order
 * @param packed without its blanks
 * @param words its words in the order of the alphabet
 */
record Spelling(int place, String name, int groups, String numbers, String packed, String words) {
    private static final int GROUP = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    static Spelling of(int place, String normal) {
        return new Spelling(
                place,
                normal,
                groups(normal).size(),
                numbers(normal),
                normal.replace(" ", ""),
                Arrays.stream(normal.split(" ")).sorted().collect(Collectors.joining(" ")));
    }

    /** The numbers of a name in their order. */
    static String numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
    }

    static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Groups of three letters, blanks at the ends among them; of Chinese groups of two also. */
    static Set<String> groups(String normal) {
        var padded = " " + normal + " ";
        var groups = new LinkedHashSet<String>();
        for (var i = 0; i + GROUP <= padded.length(); i++)
            groups.add(padded.substring(i, i + GROUP));
        if (hasHan(normal))
            for (var i = 0; i + 2 <= normal.length(); i++) groups.add(normal.substring(i, i + 2));
        return groups;
    }
}
