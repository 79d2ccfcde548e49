package org.modelgraph.imports;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.ingest.format.Note;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The report as RDF, written as it comes, in the terms of EARL 1.0 (Evaluation and Report Language,
 * https://www.w3.org/TR/EARL10-Schema/): one assertion a file, and one a note with the line as its
 * pointer.
 */
public final class RdfReport implements Report, AutoCloseable {
    private static final String EARL = "http://www.w3.org/ns/earl#";

    private final StreamRDF sink;
    private final Node importer;
    private final Function<String, Node> naming;
    private int number;

    /**
     * A report.
     *
     * @param format the name of the format that is imported
     * @param naming the IRI of a file by what messages call it
     */
    public RdfReport(StreamRDF sink, String format, Function<String, Node> naming) {
        this.sink = sink;
        this.naming = naming;
        this.importer = NodeFactory.createURI("urn:modelgraph:import:" + format);
        sink.start();
        sink.prefix("earl", EARL);
        sink.prefix("dcterms", DCTerms.NS);
        add(importer, RDF.type.asNode(), earl("Software"));
        add(importer, DCTerms.title.asNode(), text("modelgraph import " + format));
    }

    /** The IRI of a file on this machine. */
    public static Node path(String file) {
        return NodeFactory.createURI(Path.of(file).toUri().toString());
    }

    /** The IRI of a file that was sent from elsewhere. */
    public static Node sent(String file) {
        return NodeFactory.createURI(
                "urn:modelgraph:upload:" + URLEncoder.encode(file, StandardCharsets.UTF_8));
    }

    @Override
    public void note(String file, Note note) {
        var outcome =
                switch (note.kind()) {
                    case LEFT_ASIDE -> "inapplicable";
                    case UNKNOWN_NAME -> "cantTell";
                    case REMARK -> "passed";
                    case REFUSED, BROKEN -> "failed";
                };
        var result = assertion(file, note.kind().words(), outcome);
        add(result, earl("info"), text(note.words()));
        if (note.line() > 0) add(result, earl("pointer"), text(file + ":" + note.line()));
        for (var candidate : note.candidates())
            add(result, DCTerms.references.asNode(), candidate.thing().node());
    }

    @Override
    public void file(FileOutcome outcome) {
        var state = outcome.state();
        var came =
                switch (state) {
                    case TAKEN, UNCHANGED -> "passed";
                    case EMPTY -> "inapplicable";
                    case BROKEN -> "failed";
                };
        var result = assertion(outcome.file(), state.words(), came);
        add(
                result,
                earl("info"),
                text(
                        state.words()
                                + "; claims: "
                                + outcome.claims()
                                + "; left aside: "
                                + outcome.leftAside()));
        add(
                result,
                DCTerms.extent.asNode(),
                NodeFactory.createLiteralDT(
                        Long.toString(outcome.claims()), XSDDatatype.XSDinteger));
        add(result, DCTerms.isPartOf.asNode(), NodeFactory.createURI(outcome.graph()));
    }

    private Node assertion(String file, String title, String outcome) {
        var assertion = NodeFactory.createBlankNode("a" + ++number);
        var result = NodeFactory.createBlankNode("r" + number);
        add(assertion, RDF.type.asNode(), earl("Assertion"));
        add(assertion, earl("assertedBy"), importer);
        add(assertion, earl("subject"), naming.apply(file));
        add(assertion, earl("result"), result);
        add(result, RDF.type.asNode(), earl("TestResult"));
        add(result, DCTerms.title.asNode(), text(title));
        add(result, earl("outcome"), earl(outcome));
        return result;
    }

    private static Node earl(String name) {
        return NodeFactory.createURI(EARL + name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    private void add(Node subject, Node property, Node object) {
        sink.triple(Triple.create(subject, property, object));
    }

    @Override
    public void close() {
        sink.finish();
    }
}
