package org.modelgraph.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The choice among what a server can send, by what a client accepts: by quality, then by how
 * specifically the client named the media type, then by the server's order (RFC 9110 §12.5.1).
 */
public final class Negotiation {
    private record Range(String type, String subtype, double quality) {
        int specificity() {
            return type.equals("*") ? 0 : subtype.equals("*") ? 1 : 2;
        }

        boolean matches(String mediaType) {
            var slash = mediaType.indexOf('/');
            return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                    && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
        }
    }

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
            if (type.equals("*")) ranges.add(new Range("*", "*", quality(parts)));
            else if (slash > 0 && slash < type.length() - 1)
                ranges.add(
                        new Range(
                                type.substring(0, slash),
                                type.substring(slash + 1),
                                quality(parts)));
        }
        return new Negotiation(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
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
        return offers.stream()
                .flatMap(offer -> rated(offer, mediaTypes.apply(offer)))
                .filter(candidate -> candidate.quality() > 0)
                .reduce((best, next) -> better(next, best) ? next : best)
                .map(Candidate::offer);
    }

    private <T> Stream<Candidate<T>> rated(T offer, List<String> mediaTypes) {
        var aliases =
                mediaTypes.stream()
                        .skip(1)
                        .map(type -> rate(offer, type))
                        .filter(c -> c.specificity() == 2);
        return Stream.concat(Stream.of(rate(offer, mediaTypes.getFirst())), aliases);
    }

    private <T> Candidate<T> rate(T offer, String mediaType) {
        Range match = new Range("*", "*", 0);
        var specificity = -1;
        for (var range : ranges) {
            if (range.matches(mediaType) && range.specificity() > specificity) {
                match = range;
                specificity = range.specificity();
            }
        }
        return new Candidate<>(offer, match.quality(), specificity);
    }

    private static boolean better(Candidate<?> next, Candidate<?> best) {
        return next.quality() > best.quality()
                || (next.quality() == best.quality() && next.specificity() > best.specificity());
    }
}
