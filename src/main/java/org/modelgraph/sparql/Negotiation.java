package org.modelgraph.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The choice among what a server can send, by what a client accepts: by quality, then by how
 * specifically the client named the media type, then by the server's order (RFC 9110 §12.5.1).
 */
public final class Negotiation {
    /** Media types that a client accepts: one, all of a type (its name ends in a slash), or all. */
    private record Range(String name, int specificity, double quality) {
        static Range of(String type, String subtype, double quality) {
            if (type.equals("*")) return new Range("", 0, quality);
            return subtype.equals("*")
                    ? new Range(type + "/", 1, quality)
                    : new Range(type + "/" + subtype, 2, quality);
        }

        boolean matches(String mediaType) {
            return specificity == 2 ? mediaType.equals(name) : mediaType.startsWith(name);
        }
    }

    private static final Range EVERYTHING = new Range("", 0, 1);

    private record Candidate<T>(T offer, double quality, int specificity) {}

    private final List<Range> ranges;

    private Negotiation(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads the value of an Accept header; an empty one accepts everything. Never fails. */
    public static Negotiation of(String accept) {
        var ranges = new ArrayList<Range>();
        for (var element : accept.split(",")) {
            var parts = element.strip().split(";");
            if (parts.length == 0) continue;
            var type = parts[0].strip().toLowerCase(Locale.ROOT);
            var slash = type.indexOf('/');
            if (type.equals("*")) ranges.add(new Range("", 0, quality(parts)));
            else if (slash > 0 && slash < type.length() - 1)
                ranges.add(
                        Range.of(
                                type.substring(0, slash),
                                type.substring(slash + 1),
                                quality(parts)));
        }
        return new Negotiation(ranges.isEmpty() ? List.of(EVERYTHING) : ranges);
    }

    private static double quality(String[] parts) {
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    var quality = Double.parseDouble(parameter.substring(2).strip());
                    return Math.clamp(quality, 0, 1);
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /**
     * The best of the offers, given in the server's order of preference.
     *
     * @param mediaTypes the media types by which an offer may be asked for, lower case: first the
     *     one that is sent, then others that ask for it when they are named in full
     * @return empty where nothing on offer is acceptable
     */
    public <T> Optional<T> choose(List<T> offers, Function<T, List<String>> mediaTypes) {
        var best = Optional.<Candidate<T>>empty();
        for (var offer : offers) {
            var types = mediaTypes.apply(offer);
            for (var i = 0; i < types.size(); i++) {
                var candidate = rate(offer, types.get(i));
                var counts = candidate.quality() > 0 && (i == 0 || candidate.specificity() == 2);
                if (counts && (best.isEmpty() || better(candidate, best.get())))
                    best = Optional.of(candidate);
            }
        }
        return best.map(Candidate::offer);
    }

    private <T> Candidate<T> rate(T offer, String mediaType) {
        var quality = 0.0;
        var specificity = -1;
        for (var range : ranges) {
            if (range.specificity() <= specificity || !range.matches(mediaType)) continue;
            quality = range.quality();
            specificity = range.specificity();
        }
        return new Candidate<>(offer, quality, specificity);
    }

    private static boolean better(Candidate<?> next, Candidate<?> best) {
        return next.quality() > best.quality()
                || (next.quality() == best.quality() && next.specificity() > best.specificity());
    }
}
