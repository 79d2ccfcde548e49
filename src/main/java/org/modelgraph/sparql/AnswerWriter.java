package org.modelgraph.sparql;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.result.AnswerOutput;
import org.modelgraph.sparql.result.StreamWriter;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;

/** Writes answers in their formats, row by row where the format allows. */
public final class AnswerWriter {
    /**
     * Up to this many triples are sorted by subject before they go out; more go out as they come.
     */
    private static final int TIDY = 1000;

    private static final StreamWriter PREFIXED = StreamWriter.prefixed(Prefixes.map());

    private AnswerWriter() {}

    /**
     * Writes a whole answer.
     *
     * @param format one on offer for the kind of the answer, and not HTML
     * @param out is not flushed
     * @throws Problem 406 where XML can't hold the answer
     */
    public static void write(Answer answer, Format format, OutputStream out) throws IOException {
        try (var output = AnswerOutput.to(out)) {
            write(answer, format, output);
        }
    }

    /** Writes rows, each as it comes. */
    public static void write(RowSet rows, Format format, OutputStream out) throws IOException {
        try (var output = AnswerOutput.to(out)) {
            stream(format).write(rows, output);
        }
    }

    /** Writes a truth value. */
    public static void write(boolean truth, Format format, OutputStream out) throws IOException {
        try (var output = AnswerOutput.to(out)) {
            stream(format).write(truth, output);
        }
    }

    /** The same to an output whose rows somebody may push on. */
    public static void write(Answer answer, Format format, AnswerOutput out) throws IOException {
        switch (answer) {
            case Answer.Rows rows -> stream(format).write(rows.rows(), out);
            case Answer.Truth truth -> stream(format).write(truth.value(), out);
            case Answer.Triples triples -> write(triples.triples(), format, out);
        }
    }

    private static StreamWriter stream(Format format) {
        return switch (format) {
            case JSON -> StreamWriter.JSON;
            case XML -> StreamWriter.XML;
            case CSV -> StreamWriter.CSV;
            case TSV -> StreamWriter.TSV;
            case N_TRIPLES, N_QUADS -> StreamWriter.PLAIN;
            case TURTLE, TRIG -> PREFIXED;
            case HTML, JSON_LD, RDF_XML -> throw new IllegalArgumentException(format + " is whole");
        };
    }

    private static void write(Iterator<Triple> triples, Format format, AnswerOutput out)
            throws IOException {
        switch (format) {
            case N_TRIPLES, N_QUADS -> stream(format).writeTriples(triples, out);
            case TURTLE, TRIG -> {
                var first = new ArrayList<Triple>();
                while (first.size() < TIDY && triples.hasNext()) first.add(triples.next());
                if (triples.hasNext())
                    stream(format).writeTriples(Iter.concat(first.iterator(), triples), out);
                else write(GraphFactory.createDefaultGraph(), first.iterator(), format, out);
            }
            case JSON_LD, RDF_XML -> write(GraphFactory.createDefaultGraph(), triples, format, out);
            case HTML, JSON, XML, CSV, TSV ->
                    throw new IllegalArgumentException(format + " holds no triples");
        }
    }

    private static void write(
            Graph graph, Iterator<Triple> triples, Format format, AnswerOutput out)
            throws IOException {
        triples.forEachRemaining(graph::add);
        write(graph, format, out);
    }

    /**
     * Writes a graph whole, in the tidiest form of the format.
     *
     * @throws Problem 406 where the format can't hold the graph; nothing has been written then
     */
    public static void write(Graph graph, Format format, OutputStream out) {
        try (var output = AnswerOutput.to(out)) {
            write(graph, format, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Graph graph, Format format, AnswerOutput out) throws IOException {
        if (format == Format.RDF_XML) XmlLimits.requireWritable(graph);
        if (format == Format.JSON_LD) requireFlatLists(graph);
        Prefixes.usedIn(graph).forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(graph).lang(format.lang()).output(out.asStream());
        out.finish();
    }

    /** Titanium 1.7 fails on an empty list inside of a list, or leaves it out. */
    private static void requireFlatLists(Graph graph) {
        if (graph.contains(Node.ANY, RDF.first.asNode(), RDF.nil.asNode()))
            throw Problem.of(
                            Problem.Kind.NOT_ACCEPTABLE,
                            "The answer holds an empty list inside of a list, which can't be"
                                    + " written as JSON-LD here.")
                    .hint("Ask for another format, such as Turtle.");
    }

    /** Writes all quads of a dataset, as N-Quads or TriG. */
    public static void write(DatasetGraph dataset, Format format, OutputStream out) {
        try (var output = AnswerOutput.to(out)) {
            stream(format).writeQuads(dataset.find(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
