package org.modelgraph.sparql;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats in which answers leave, each with its media types, file extension and what it can
 * hold.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of, and Jena's constants
public enum Format {
    HTML("html", null, Holds.EVERYTHING, "text/html", "application/xhtml+xml"),
    JSON(
            "json",
            ResultSetLang.RS_JSON,
            Holds.RESULTS,
            "application/sparql-results+json",
            "application/json"),
    XML(
            "xml",
            ResultSetLang.RS_XML,
            Holds.RESULTS,
            "application/sparql-results+xml",
            "application/xml",
            "text/xml"),
    CSV("csv", ResultSetLang.RS_CSV, Holds.RESULTS, "text/csv"),
    TSV("tsv", ResultSetLang.RS_TSV, Holds.RESULTS, "text/tab-separated-values"),
    TURTLE("ttl", Lang.TURTLE, Holds.TRIPLES, "text/turtle", "application/x-turtle"),
    JSON_LD("jsonld", Lang.JSONLD, Holds.QUADS, "application/ld+json", "application/json"),
    N_TRIPLES("nt", Lang.NTRIPLES, Holds.TRIPLES, "application/n-triples", "text/plain"),
    RDF_XML(
            "rdf",
            Lang.RDFXML,
            Holds.TRIPLES,
            "application/rdf+xml",
            "application/xml",
            "text/xml"),
    TRIG("trig", Lang.TRIG, Holds.QUADS, "application/trig"),
    N_QUADS("nq", Lang.NQUADS, Holds.QUADS, "application/n-quads");

    private static final String REGISTRY = "http://www.w3.org/ns/formats/";

    /** What a format can hold. */
    enum Holds {
        RESULTS,
        TRIPLES,
        QUADS,
        EVERYTHING
    }

    /** What an answer is, which decides the formats on offer. */
    public enum Kind {
        /** The rows of a SELECT. */
        ROWS(List.of(JSON, XML, CSV, TSV, HTML)),
        /** The truth value of an ASK. */
        TRUTH(List.of(JSON, XML, CSV, TSV, HTML)),
        /** The triples of a CONSTRUCT or DESCRIBE, or of one graph. */
        TRIPLES(List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS, HTML)),
        /** Quads of several graphs. */
        QUADS(List.of(TRIG, N_QUADS)),
        /** A page with data behind it. */
        PAGE(List.of(HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS)),
        /** The data behind a page. */
        DATA(List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS));

        private final List<Format> offers;

        Kind(List<Format> offers) {
            this.offers = offers;
        }

        /** The formats on offer, in the server's order of preference. */
        public List<Format> offers() {
            return offers;
        }
    }

    private final String extension;
    private final @Nullable Lang lang;
    private final Holds holds;
    private final List<String> mediaTypes;

    Format(String extension, @Nullable Lang lang, Holds holds, String... mediaTypes) {
        this.extension = extension;
        this.lang = lang;
        this.holds = holds;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The file extension, without dot; also the short name for {@code ?format=}. */
    public String extension() {
        return extension;
    }

    /** The media type as sent, without parameters. */
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return switch (this) {
            case HTML, CSV, TSV, TURTLE -> mediaType() + ";charset=utf-8";
            case JSON, XML, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS -> mediaType();
        };
    }

    /** The name of the format in W3C's registry of formats; empty where there is none. */
    public Optional<String> iri() {
        var name =
                switch (this) {
                    case HTML -> "";
                    case JSON -> "SPARQL_Results_JSON";
                    case XML -> "SPARQL_Results_XML";
                    case CSV -> "SPARQL_Results_CSV";
                    case TSV -> "SPARQL_Results_TSV";
                    case TURTLE -> "Turtle";
                    case JSON_LD -> "JSON-LD";
                    case N_TRIPLES -> "N-Triples";
                    case RDF_XML -> "RDF_XML";
                    case TRIG -> "TriG";
                    case N_QUADS -> "N-Quads";
                };
        return name.isEmpty() ? Optional.empty() : Optional.of(REGISTRY + name);
    }

    /** True of the RDF syntaxes. */
    public boolean isGraph() {
        return holds == Holds.TRIPLES || holds == Holds.QUADS;
    }

    Lang lang() {
        if (lang == null) throw new IllegalStateException(this + " is no format of data");
        return lang;
    }

    /**
     * The format for an answer.
     *
     * @param asked the {@code format} parameter, which stands above the header: an extension, a
     *     name ({@code turtle}) or a media type
     * @param accept the Accept header, empty if absent
     * @throws Problem 406, naming what exists, where nothing fits
     */
    public static Format negotiate(Optional<String> asked, String accept, Kind kind) {
        var offers = kind.offers();
        if (asked.isPresent()) return named(asked.get(), offers);
        return Negotiation.of(accept)
                .choose(offers, f -> f.mediaTypes)
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        "Nothing on offer here fits Accept: " + accept)
                                .hint("On offer: " + onOffer(offers) + "."));
    }

    private static Format named(String name, List<Format> offers) {
        var wanted = name.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        var slash = wanted.indexOf('/') > 0;
        return offers.stream()
                .filter(f ->
                        slash
                                ? f.mediaTypes.contains(wanted)
                                : f.extension.equals(wanted) || f.alias().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(
                                        Problem.Kind.NOT_ACCEPTABLE,
                                        "There is no format '" + name + "' for this answer.")
                                .hint("On offer: " + shortNames(offers) + "."));
    }

    private String alias() {
        return switch (this) {
            case TURTLE -> "turtle";
            case JSON_LD -> "json-ld";
            case N_TRIPLES -> "n-triples";
            case N_QUADS -> "n-quads";
            case RDF_XML -> "rdfxml";
            case HTML, JSON, XML, CSV, TSV, TRIG -> extension;
        };
    }

    /** The format of a file extension among the RDF syntaxes. */
    public static Optional<Format> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(Format::isGraph)
                .filter(f -> f.extension.equals(extension))
                .findFirst();
    }

    /** The RDF syntax of an uploaded body, by its media type; empty if there is none such. */
    public static Optional<Lang> ofUpload(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("text/plain")) return Optional.empty();
        return Optional.ofNullable(RDFLanguages.contentTypeToLang(type)).filter(Format::isText);
    }

    /**
     * True of the RDF syntaxes that are text. The binary ones are not taken from strangers: nine
     * bytes that look like Thrift are read as an empty document without an error.
     */
    public static boolean isText(Lang lang) {
        return (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))
                && !lang.equals(Lang.RDFTHRIFT)
                && !lang.equals(Lang.RDFPROTO);
    }

    private static String onOffer(List<Format> offers) {
        return offers.stream().map(Format::mediaType).collect(Collectors.joining(", "));
    }

    private static String shortNames(List<Format> offers) {
        return offers.stream().map(Format::extension).collect(Collectors.joining(", "));
    }
}
