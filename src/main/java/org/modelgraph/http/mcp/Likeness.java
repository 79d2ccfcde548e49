package org.modelgraph.http.mcp;

import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.naming.NormalName;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the questions of a catalogue are like a text: the sum, over the words that both have, of
 * how rare a word is among the questions; a word of the title counts twice. Chinese is compared by
 * pairs of characters.
 */
final class Likeness {
    private static final Set<String> COMMON =
            Set.of(
                    "a", "an", "and", "are", "by", "do", "does", "for", "from", "how", "in", "is",
                    "it", "of", "on", "or", "s", "that", "the", "there", "to", "what", "which",
                    "who", "with");

    private static final int STEM = 6;

    private final Catalog catalog;
    private final Map<String, Integer> holders = new HashMap<>();
    private final Map<String, Set<String>> titles = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();

    Likeness(Catalog catalog) {
        this.catalog = catalog;
        for (var question : catalog.queries()) {
            var title = words(String.join(" ", question.title().values()) + " " + question.id());
            var text = new HashSet<>(title);
            text.addAll(
                    words(
                            String.join(" ", question.description().values())
                                    + " "
                                    + String.join(" ", question.tags())));
            titles.put(question.id(), title);
            texts.put(question.id(), text);
            for (var word : text) holders.merge(word, 1, Integer::sum);
        }
    }

    /** The words of a text, without endings. */
    static Set<String> words(String text) {
        var words = new HashSet<String>();
        for (var word : NormalName.of(text).split(" ")) {
            if (word.codePoints().anyMatch(Likeness::isHan)) {
                for (var i = 0; i + 2 <= word.length(); i++) words.add(word.substring(i, i + 2));
            } else if (!COMMON.contains(word) && !word.isEmpty()) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** Words with the same first letters are taken for forms of one. */
    private static String stem(String word) {
        var singular = word.length() > 3 ? word.replaceFirst("(?<=[a-z])s$", "") : word;
        return singular.substring(0, Math.min(STEM, singular.length()));
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** The questions most like a text; those that share no word with it are left out. */
    List<SavedQuery> nearest(String text, int most) {
        var wanted = words(text);
        var scores = new HashMap<SavedQuery, Double>();
        for (var question : catalog.queries()) scores.put(question, score(wanted, question.id()));
        return catalog.queries().stream()
                .filter(q -> scores.getOrDefault(q, 0.0) > 0)
                .sorted(
                        Comparator.comparing(
                                (SavedQuery q) -> scores.getOrDefault(q, 0.0),
                                Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    private double score(Set<String> wanted, String id) {
        var score = 0.0;
        for (var word : wanted) {
            if (!texts.getOrDefault(id, Set.of()).contains(word)) continue;
            var rarity = Math.log(1.0 + (double) texts.size() / holders.getOrDefault(word, 1));
            score += titles.getOrDefault(id, Set.of()).contains(word) ? 2 * rarity : rarity;
        }
        return score;
    }
}
