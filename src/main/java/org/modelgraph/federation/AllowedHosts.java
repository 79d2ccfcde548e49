package org.modelgraph.federation;

import org.modelgraph.problem.Problem;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The servers that may be called, by scheme, host and port, compared letter by letter. One that is
 * named by its address may stand anywhere; one that is named by a name must stand on the public
 * Internet.
 */
final class AllowedHosts {
    private static final String SECURE = "https";
    private static final String PLAIN = "http";

    private final Set<Origin> origins;

    private AllowedHosts(Set<Origin> origins) {
        this.origins = origins;
    }

    private record Origin(String scheme, String host, int port) {
        static Optional<Origin> of(String iri) {
            try {
                return of(new URI(iri));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        private static Optional<Origin> of(URI address) {
            var scheme = Optional.ofNullable(address.getScheme()).orElse("");
            var host = Optional.ofNullable(address.getHost());
            var known = scheme.equalsIgnoreCase(SECURE) || scheme.equalsIgnoreCase(PLAIN);
            if (host.isEmpty() || !known || address.getRawUserInfo() != null)
                return Optional.empty();
            var port = address.getPort() >= 0 ? address.getPort() : port(scheme);
            return Optional.of(new Origin(lower(scheme), lower(host.get()), port));
        }

        private static int port(String scheme) {
            return scheme.equalsIgnoreCase(SECURE) ? 443 : 80;
        }

        private static String lower(String text) {
            return text.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return scheme + "://" + host + (port == port(scheme) ? "" : ":" + port);
        }
    }

    /**
     * The servers of a list.
     *
     * @param list such as {@code query.wikidata.org} or {@code http://127.0.0.1:3030}; one without
     *     a scheme means https
     * @throws Problem where one of them is no server
     */
    static AllowedHosts of(List<String> list) {
        var origins = new LinkedHashSet<Origin>();
        for (var entry : list) {
            var address = entry.contains("://") ? entry : SECURE + "://" + entry;
            origins.add(
                    Origin.of(address)
                            .orElseThrow(() ->
                                    Problem.of(
                                                    Problem.Kind.BAD_REQUEST,
                                                    "'" + entry + "' is no server to call.")
                                            .hint(
                                                    "Name it as query.wikidata.org or"
                                                            + " http://127.0.0.1:3030.")));
        }
        return new AllowedHosts(origins);
    }

    boolean isEmpty() {
        return origins.isEmpty();
    }

    /** All of them, as scheme, host and port. */
    List<String> names() {
        return origins.stream().map(Origin::toString).toList();
    }

    /** True of an address on one of them. */
    boolean contains(String iri) {
        return Origin.of(iri).filter(origins::contains).isPresent();
    }

    /**
     * The addresses of a host, if a call may go to all of them.
     *
     * @param found what the name stands for now
     * @throws RemoteFailure where one of them is not on the public Internet and is not itself in
     *     the list
     */
    List<InetAddress> requireOpen(String host, int port, List<InetAddress> found) {
        for (var address : found)
            if (!PublicNetwork.contains(address) && !isListed(host, port))
                throw RemoteFailure.refused(
                        "its name stands for an address that is not on the public Internet");
        return found;
    }

    /** True of a host that is an address and listed as one. */
    private boolean isListed(String host, int port) {
        var literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        var isAddress = literal.startsWith("[") || literal.matches("\\d+(\\.\\d+){3}");
        return isAddress
                && Stream.of(PLAIN, SECURE)
                        .anyMatch(s -> origins.contains(new Origin(s, literal, port)));
    }
}
