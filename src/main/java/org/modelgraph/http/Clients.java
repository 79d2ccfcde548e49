package org.modelgraph.http;

import org.modelgraph.problem.Problem;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells clients apart by their addresses. What {@code X-Forwarded-For} says counts only from a
 * proxy that is configured; from anybody else it is only a claim.
 */
final class Clients {
    private static final int IPV6_PREFIX = 8;

    private final List<Network> proxies;

    /**
     * The clients of a server.
     *
     * @param proxies addresses, or networks such as {@code 10.0.0.0/8}, of proxies that are
     *     believed
     * @throws Problem where one is neither
     */
    Clients(List<String> proxies) {
        this.proxies = proxies.stream().map(Network::of).toList();
    }

    /** A short text, the same for all requests of a client. */
    String of(Exchange exchange) {
        return whole(address(exchange));
    }

    /** The address that a client has, as far as proxies that are believed tell it. */
    String address(Exchange exchange) {
        return address(
                exchange.context().req().getRemoteAddr(),
                exchange.header("X-Forwarded-For").orElse(""));
    }

    /**
     * The same by what is known of a request.
     *
     * @param peer the address at the other end of the connection
     * @param told the value of {@code X-Forwarded-For}, empty where there is none
     */
    String address(String peer, String told) {
        var address = peer;
        var forwarded = told.isBlank() ? List.<String>of() : List.of(told.split("\\s*,\\s*"));
        for (var i = forwarded.size() - 1; i >= 0 && isProxy(address); i--)
            address = forwarded.get(i).strip();
        return bytes(address).isPresent() ? address : "?";
    }

    private boolean isProxy(String address) {
        var bytes = bytes(address);
        return bytes.isPresent() && proxies.stream().anyMatch(p -> p.holds(bytes.get()));
    }

    /** An IPv4 address; of IPv6 the network, since one host has 2^64 addresses in it. */
    private static String whole(String address) {
        var bytes = bytes(address);
        if (bytes.isEmpty()) return "?";
        try {
            var all = bytes.get();
            if (all.length > IPV6_PREFIX) Arrays.fill(all, IPV6_PREFIX, all.length, (byte) 0);
            return InetAddress.getByAddress(all).getHostAddress();
        } catch (UnknownHostException e) {
            return "?";
        }
    }

    /** The bytes of an address that is written in digits: a name is never looked up. */
    private static Optional<byte[]> bytes(String address) {
        var bare = address.startsWith("[") ? address.replaceAll("[\\[\\]]", "") : address;
        try {
            return Optional.of(InetAddress.ofLiteral(bare).getAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The addresses that begin with the same bits.
     *
     * @param address any of them, as a number
     * @param length how many bits an address of the kind has
     * @param bits how many of them are the same
     */
    private record Network(BigInteger address, int length, int bits) {
        static Network of(String text) {
            var parts = text.split("/", 2);
            var address = bytes(parts[0]).orElseThrow(() -> wrong(text));
            var length = address.length * 8;
            var bits = parts.length == 1 ? length : number(parts[1]);
            if (bits < 0 || bits > length) throw wrong(text);
            return new Network(new BigInteger(1, address), length, bits);
        }

        private static int number(String text) {
            return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
        }

        private static Problem wrong(String text) {
            return Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "'" + text + "' in --proxies is no address and no network.")
                    .hint("For example --proxies 127.0.0.1,10.0.0.0/8.");
        }

        boolean holds(byte[] other) {
            if (other.length * 8 != length) return false;
            var differing = address.xor(new BigInteger(1, other));
            return differing.shiftRight(length - bits).signum() == 0;
        }
    }
}
