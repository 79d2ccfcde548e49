package org.modelgraph.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A mapping set in SSSOM/TSV (Simple Standard for Sharing Ontological Mappings,
 * https://w3id.org/sssom/spec): a head of YAML in comment lines, then one mapping a row. Each row
 * becomes the plain triple and a {@code sssom:Mapping} that tells why it holds.
 */
public final class MappingSet {
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final List<String> REQUIRED =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

    private final String file;
    private final String name;
    private final JsonNode head;
    private final Consumer<Triple> sink;
    private final Set<Node> written = new HashSet<>();

    private MappingSet(String file, String name, JsonNode head, Consumer<Triple> sink) {
        this.file = file;
        this.name = name;
        this.head = head;
        this.sink = sink;
    }

    /**
     * Reads a set and hands over its triples in the order of its rows.
     *
     * @param file how the user calls the file, for problems
     * @param name the set's name, which becomes part of the mappings' IRIs
     * @throws Problem naming the line that can't be understood
     */
    public static void read(String file, String name, String text, Consumer<Triple> sink) {
        var lines = text.lines().toList();
        var comments = lines.stream().takeWhile(line -> line.startsWith("#")).toList();
        var head = comments.stream().map(l -> l.substring(1)).collect(Collectors.joining("\n"));
        var body = lines.stream().skip(comments.size()).collect(Collectors.joining("\n"));
        var set = new MappingSet(file, name, yaml(file, head), sink);
        set.writeHead();
        set.writeRows(body, comments.size());
    }

    private static JsonNode yaml(String file, String head) {
        try {
            return new YAMLMapper().readTree(head);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw problem(file, line, "the head is no YAML: " + e.getOriginalMessage()).causedBy(e);
        }
    }

    private void writeHead() {
        var set = set();
        add(set, RDF.type.asNode(), sssom("MappingSet"));
        add(set, RDFS.label.asNode(), NodeFactory.createLiteralLang(title("en"), "en"));
        add(set, RDFS.label.asNode(), NodeFactory.createLiteralLang(title("zh"), "zh"));
        if (head.path("license").isTextual())
            add(set, DCTerms.license.asNode(), iri(1, head.path("license").asText()));
    }

    private String title(String language) {
        var given = head.path("mapping_set_title").asText("Mappings: " + name);
        return language.equals("zh") ? head.path("mapping_set_title_zh").asText(given) : given;
    }

    private void writeRows(String body, int before) {
        var format = CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).setQuote(null);
        try (var parser = CSVParser.parse(body, format.get())) {
            for (var column : REQUIRED)
                if (!parser.getHeaderNames().contains(column))
                    throw problem(file, before + 1, "the column " + column + " is missing");
            for (var row : parser) write(row, before + (int) parser.getCurrentLineNumber());
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, file + ": " + e.getMessage()).causedBy(e);
        }
    }

    private void write(CSVRecord row, int line) {
        if (!row.isConsistent()) throw problem(file, line, "not as many cells as the header has");
        var subject = iri(line, row.get("subject_id"));
        var predicate = iri(line, row.get("predicate_id"));
        var object = iri(line, row.get("object_id"));
        var mapping = mapping(subject, row.get("object_id"));
        if (!written.add(mapping))
            throw problem(
                    file,
                    line,
                    row.get("subject_id") + " is mapped to " + row.get("object_id") + " twice");
        add(subject, predicate, object);
        add(mapping, RDF.type.asNode(), sssom("Mapping"));
        add(mapping, DCTerms.isPartOf.asNode(), set());
        add(mapping, OWL2.annotatedSource.asNode(), subject);
        add(mapping, OWL2.annotatedProperty.asNode(), predicate);
        add(mapping, OWL2.annotatedTarget.asNode(), object);
        add(mapping, sssom("mapping_justification"), iri(line, row.get("mapping_justification")));
        text(row, "object_label", mapping, sssom("object_label"));
        text(row, "comment", mapping, RDFS.comment.asNode());
    }

    private void text(CSVRecord row, String column, Node mapping, Node property) {
        if (row.isMapped(column) && !row.get(column).isBlank())
            add(mapping, property, NodeFactory.createLiteralLang(row.get(column).strip(), "en"));
    }

    private void add(Node subject, Node property, Node object) {
        sink.accept(Triple.create(subject, property, object));
    }

    private Node set() {
        return NodeFactory.createURI(Prefixes.BASE + "mapping/" + name);
    }

    private Node mapping(Node subject, String object) {
        var from = subject.getURI().replace(Prefixes.BASE, "");
        var to = object.replaceFirst("^https?://.*[/#](?=[^/#])", "");
        var local = (name + "-" + from + "-" + to).toLowerCase(Locale.ROOT);
        return NodeFactory.createURI(
                Prefixes.BASE
                        + "mapping/"
                        + local.replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", ""));
    }

    private static Node sssom(String local) {
        return NodeFactory.createURI(SSSOM + local);
    }

    private Node iri(int line, String given) {
        var text = given.strip();
        var iri = text.matches("https?://.*") ? text : expand(line, text);
        if (!IRIs.check(iri)) throw problem(file, line, "'" + iri + "' is no IRI");
        return NodeFactory.createURI(iri);
    }

    private String expand(int line, String curie) {
        var colon = curie.indexOf(':');
        var prefix = colon < 0 ? "" : curie.substring(0, colon);
        var namespace = head.path("curie_map").path(prefix);
        if (!namespace.isTextual())
            throw problem(file, line, "'" + curie + "' has no prefix of the curie_map")
                    .hint("Declare the prefix in the head of the file.");
        return namespace.asText() + curie.substring(colon + 1);
    }

    private static Problem problem(String file, int line, String what) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, file + ":" + line + ": " + what)
                .at(new Position(line, 1));
    }
}
