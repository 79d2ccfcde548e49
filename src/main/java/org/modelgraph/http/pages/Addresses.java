package org.modelgraph.http.pages;

import org.modelgraph.browse.Listing;
import org.modelgraph.sparql.Prefixes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where on this server an IRI of the graph is shown and offered as data. Links in pages lead here,
 * data keep the IRIs as they are.
 *
 * @param basePath what every address begins with, without a slash at its end; empty at a root
 * @param publicBase the address by which clients reach the server, {@code basePath} included,
 *     without a slash at its end
 */
public record Addresses(String basePath, String publicBase) {
    /** Names that stand in a path as they are, whatever decodes it. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}_~.-]+(/[\\p{L}\\p{N}_~:@,;=+!$()*.-]+)*");

    /** The page of a thing. */
    public String page(String iri) {
        if (iri.equals(Prefixes.BASE)) return home();
        return isPath(iri) ? basePath + "/" + path(iri) : basePath + "/describe?iri=" + encode(iri);
    }

    /**
     * The data about a thing.
     *
     * @param extension the short name of a format, such as {@code ttl}
     */
    public String data(String iri, String extension) {
        return isPath(iri)
                ? basePath + "/data/" + path(iri) + "." + extension
                : basePath + "/describe?iri=" + encode(iri) + "&format=" + extension;
    }

    /** A path on this server. */
    public String at(String path) {
        return basePath + path;
    }

    /** A thing in a format of others. */
    public String export(String format, String iri) {
        return at("/export/" + format + "/" + path(iri));
    }

    /** A file that pages need; its address changes when the file does. */
    public String asset(String name) {
        return basePath + Assets.path(name);
    }

    public String home() {
        return basePath + "/";
    }

    public String queries() {
        return basePath + "/queries";
    }

    /** The page of a question. */
    public String question(String id) {
        return queries() + "/" + id;
    }

    /** The answer to a question for programs. */
    public String api(String id) {
        return basePath + "/api/queries/" + id;
    }

    public String search() {
        return basePath + "/search";
    }

    /** A list of things. */
    public String list(Listing listing) {
        return basePath + "/" + listing.segment();
    }

    public String sparql() {
        return basePath + "/sparql";
    }

    /** The query endpoint with a query; a browser that goes there runs it. */
    public String sparql(String query) {
        return sparql() + "?query=" + encode(query);
    }

    /** An address on this server as those write it who come from elsewhere. */
    public String whole(String address) {
        return publicBase + address.substring(basePath.length());
    }

    /** True of a thing that can be linked to: one with an IRI, not a blank node's label. */
    public static boolean isLinkable(String iri) {
        return !iri.isEmpty() && !iri.startsWith("_:");
    }

    private static boolean isPath(String iri) {
        if (Kind.of(iri).isEmpty()) return false;
        var rest = rest(iri);
        return isSimple(rest) || (PLAIN.matcher(rest).matches() && !rest.contains("/."));
    }

    private static String path(String iri) {
        var rest = rest(iri);
        return isSimple(rest) ? rest : encode(rest).replace("%2F", "/").replace("%3A", ":");
    }

    /** Of small letters, digits, hyphens and slashes between them, as most of our names are. */
    private static boolean isSimple(String rest) {
        var before = '/';
        for (var i = 0; i < rest.length(); i++) {
            var c = rest.charAt(i);
            var plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!plain && (c != '/' || before == '/')) return false;
            before = c;
        }
        return before != '/';
    }

    private static String rest(String iri) {
        return iri.substring(Prefixes.BASE.length());
    }

    /**
     * An address with one more parameter or several.
     *
     * @param parameters encoded, such as {@code version=3&page=2}
     */
    public static String with(String address, String parameters) {
        return address + (address.contains("?") ? "&" : "?") + parameters;
    }

    /** Percent-encodes a text for a path or the value of a parameter. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
