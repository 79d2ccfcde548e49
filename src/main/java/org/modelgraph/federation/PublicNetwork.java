package org.modelgraph.federation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that belong to the public Internet, by the IANA registries of special-purpose
 * addresses (RFC 6890): no loopback, private, link-local, shared, multicast, documentation or
 * reserved address, none that carries an IPv4 address inside (which could be any of these), and
 * none at which a cloud gives out credentials.
 */
final class PublicNetwork {
    private static final List<Network> CLOSED =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "168.63.129.16/32",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3")
                    .map(Network::of)
                    .toList();

    /** All of IPv6 that is given out for the public Internet. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private static final List<Network> CLOSED_OF_GLOBAL =
            Stream.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
                    .map(Network::of)
                    .toList();

    private PublicNetwork() {}

    private record Network(InetAddress first, int bits) {
        static Network of(String text) {
            var slash = text.indexOf('/');
            return new Network(
                    InetAddress.ofLiteral(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            var prefix = first.getAddress();
            if (address.length != prefix.length) return false;
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) return false;
            }
            return true;
        }
    }

    /** True of an address that anybody on the Internet can reach. */
    static boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? CLOSED.stream().noneMatch(n -> n.contains(bytes))
                : GLOBAL.contains(bytes)
                        && CLOSED_OF_GLOBAL.stream().noneMatch(n -> n.contains(bytes));
    }
}
