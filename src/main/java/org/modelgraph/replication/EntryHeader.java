package org.modelgraph.replication;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Proposal;
import org.modelgraph.graph.Receipt;
import org.modelgraph.graph.Version;
import org.modelgraph.history.PatchText;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an entry of the log says of itself, as the header of an RDF Patch. {@code id} and {@code
 * prev} chain the versions.
 *
 * @param previous the version before it; that itself, where no new version is made
 * @param touched the graphs that count as changed by it
 * @param ledger the entries of the ledger, of a whole state
 */
public record EntryHeader(
        Kind kind,
        Version version,
        Version previous,
        Attribution by,
        Instant at,
        List<Node> touched,
        Optional<Receipt> receipt,
        Map<String, String> ledger) {
    /** What an entry is. */
    public enum Kind {
        /** A writer begins; it changes nothing. */
        BEGIN,
        /** A commit. */
        COMMIT,
        /** A whole state, with which a store can begin. */
        STATE
    }

    static EntryHeader of(Proposal proposal) {
        var change = proposal.change();
        return new EntryHeader(
                Kind.COMMIT,
                change.after(),
                change.before(),
                change.by(),
                change.at(),
                List.copyOf(proposal.touched()),
                proposal.receipt(),
                Map.of());
    }

    /** A header of a state. */
    static EntryHeader of(Kind kind, Version version, Map<String, String> ledger) {
        return new EntryHeader(
                kind,
                version,
                version,
                Attribution.PROGRAM,
                Instant.now(),
                List.of(),
                Optional.empty(),
                ledger);
    }

    /** True of the header of the very same commit. */
    public boolean isSame(EntryHeader other) {
        return version.equals(other.version) && at.equals(other.at) && by.equals(other.by);
    }

    /** As lines of a patch. */
    public byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PatchText(bytes)) {
            out.header("id", iri(version));
            out.header("prev", iri(previous));
            out.header("kind", kind.name());
            out.header("at", at.toString());
            out.header("who", by.agent());
            by.reason().ifPresent(why -> out.header("why", why));
            out.header(
                    "touched",
                    touched.stream().map(Node::toString).collect(Collectors.joining("\n")));
            receipt.ifPresent(r -> out.header("receipt", r.toLine()));
            if (!ledger.isEmpty()) out.header("ledger", lines(ledger));
        }
        return bytes.toByteArray();
    }

    private static Node iri(Version version) {
        return NodeFactory.createURI(version.toIri());
    }

    private static String lines(Map<String, String> ledger) {
        return ledger.entrySet().stream()
                .map(e -> e.getKey() + "\t" + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Reads the header of an entry.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static EntryHeader read(byte[] entry) {
        var header = RDFPatchReaderText.readerHeader(new ByteArrayInputStream(entry));
        return new EntryHeader(
                Kind.valueOf(text(header, "kind").orElse("")),
                Version.ofIri(header.getId().getURI()),
                Version.ofIri(header.getPrevious().getURI()),
                new Attribution(text(header, "who").orElse(""), text(header, "why")),
                Instant.parse(text(header, "at").orElse("")),
                graphs(text(header, "touched").orElse("")),
                text(header, "receipt").map(Receipt::ofLine),
                ledger(text(header, "ledger").orElse("")));
    }

    private static Optional<String> text(PatchHeader header, String name) {
        return Optional.ofNullable(header.get(name)).map(Node::getLiteralLexicalForm);
    }

    private static List<Node> graphs(String names) {
        var graphs = new ArrayList<Node>();
        names.lines()
                .filter(name -> !name.isEmpty())
                .map(name ->
                        name.startsWith("_:")
                                ? NodeFactory.createBlankNode(name.substring(2))
                                : NodeFactory.createURI(name))
                .forEach(graphs::add);
        return graphs;
    }

    private static Map<String, String> ledger(String lines) {
        var ledger = new TreeMap<String, String>();
        lines.lines()
                .forEach(line -> {
                    var tab = line.indexOf('\t');
                    ledger.put(line.substring(0, tab), line.substring(tab + 1));
                });
        return ledger;
    }
}
