package org.modelgraph.browse;

import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.Similarity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds things by what they are called, in any language: by whole names, by their beginnings and by
 * any part of them, so that Chinese needs no cutting into words. Every word of the text must be in
 * a name of the thing. Hyphens, blanks, accents, case and width make no difference.
 */
public final class Search {
    private static final Set<String> LEFT_OUT =
            Set.of("passage", "graph", "rule", "shapes", "mapping");
    private static final String CLAIM = "claim";

    private record Name(String shown, String folded, String squeezed, boolean label) {}

    private record Candidate(String iri, String kind, List<Name> names) {}

    private record Found(Candidate candidate, Name name, int distance) {}

    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> vocabulary = new HashSet<>();

    /**
     * A thing that was found.
     *
     * @param kind the first segment of its IRI, such as {@code model}
     * @param matched the name that fits best
     */
    public record Hit(String iri, String kind, String matched) {}

    /**
     * What was found.
     *
     * @param hits the best first, claims after all else
     * @param kinds how many there are of each kind, whatever kind was asked for
     * @param meant a text that finds something, where this one finds nothing
     */
    public record Outcome(List<Hit> hits, Map<String, Long> kinds, Optional<String> meant) {}

    Search(Names names) {
        for (var iri : names.iris()) {
            var kind = kind(iri);
            if (kind.isEmpty() || LEFT_OUT.contains(kind)) continue;
            var called = new ArrayList<Name>();
            for (var word : names.labels(iri)) called.add(name(word.text(), true));
            for (var word : names.others(iri)) called.add(name(word.text(), false));
            candidates.add(new Candidate(iri, kind, List.copyOf(called)));
            if (!kind.equals(CLAIM))
                for (var name : called) vocabulary.addAll(List.of(name.folded().split(" ")));
        }
        vocabulary.removeIf(w -> w.length() < 3);
    }

    private static String kind(String iri) {
        if (!iri.startsWith(Prefixes.BASE)) return "";
        var rest = iri.substring(Prefixes.BASE.length());
        var slash = rest.indexOf('/');
        return slash < 0 ? "" : rest.substring(0, slash);
    }

    private static Name name(String text, boolean label) {
        var folded = fold(text);
        return new Name(text, folded, folded.replace(" ", ""), label);
    }

    /** A text as it is compared: letters and digits, with single blanks between them. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /**
     * Finds things.
     *
     * @param text what their names must hold
     * @param kind only things of this kind; all where it is empty
     */
    public Outcome find(String text, Optional<String> kind) {
        var wanted = fold(text);
        if (wanted.isEmpty()) return new Outcome(List.of(), Map.of(), Optional.empty());
        var found = matches(wanted);
        var kinds =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        f -> f.candidate().kind(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        var hits =
                found.stream()
                        .filter(f -> kind.isEmpty() || f.candidate().kind().equals(kind.get()))
                        .map(f ->
                                new Hit(
                                        f.candidate().iri(),
                                        f.candidate().kind(),
                                        f.name().shown()))
                        .toList();
        return new Outcome(hits, kinds, found.isEmpty() ? meant(wanted) : Optional.empty());
    }

    private List<Found> matches(String wanted) {
        var squeezed = wanted.replace(" ", "");
        var words = wanted.split(" ");
        var found = new ArrayList<Found>();
        for (var candidate : candidates) match(candidate, wanted, squeezed, words, found);
        found.sort(
                Comparator.comparing((Found f) -> f.candidate().kind().equals(CLAIM))
                        .thenComparingInt(Found::distance)
                        .thenComparingInt(f -> f.name().folded().length())
                        .thenComparing(f -> f.name().folded())
                        .thenComparing(f -> f.candidate().iri()));
        return found;
    }

    private static void match(
            Candidate candidate,
            String wanted,
            String squeezed,
            String[] words,
            List<Found> found) {
        Name best = candidate.names().getFirst();
        var nearest = Integer.MAX_VALUE;
        for (var name : candidate.names()) {
            var distance = distance(name, wanted, squeezed);
            if (distance < nearest) {
                nearest = distance;
                best = name;
            }
        }
        if (nearest < Integer.MAX_VALUE || (words.length > 1 && holdsAll(candidate, words)))
            found.add(new Found(candidate, best, nearest));
    }

    /** Nought for the name itself, more the less of it the text is. */
    private static int distance(Name name, String wanted, String squeezed) {
        var place = name.squeezed().indexOf(squeezed);
        if (place < 0) return Integer.MAX_VALUE;
        var other = name.label() ? 0 : 1;
        if (name.squeezed().length() == squeezed.length()) return other;
        if (place == 0) return 2 + other;
        return (name.folded().contains(" " + wanted) ? 4 : 6) + other;
    }

    private static boolean holdsAll(Candidate candidate, String[] words) {
        return Arrays.stream(words)
                .allMatch(w -> candidate.names().stream().anyMatch(n -> n.folded().contains(w)));
    }

    private Optional<String> meant(String wanted) {
        var mended =
                Arrays.stream(wanted.split(" "))
                        .map(w ->
                                vocabulary.contains(w)
                                        ? w
                                        : Similarity.nearest(w, vocabulary).orElse(w))
                        .collect(Collectors.joining(" "));
        return mended.equals(wanted) || matches(mended).isEmpty()
                ? Optional.empty()
                : Optional.of(mended);
    }
}
