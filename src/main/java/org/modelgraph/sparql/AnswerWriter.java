package org.modelgraph.sparql;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;

/** Writes answers in their formats, row by row where the format allows. */
public final class AnswerWriter {
    /**
     * Up to this many triples are sorted by subject before they go out; more go out as they come.
     */
    private static final int TIDY = 1000;

    private AnswerWriter() {}

    /**
     * Writes a whole answer.
     *
     * @param format one on offer for the kind of the answer, and not HTML
     * @throws Problem 406 where XML can't hold the answer
     */
    public static void write(Answer answer, Format format, OutputStream out) throws IOException {
        switch (answer) {
            case Answer.Rows rows -> write(rows.rows(), format, out);
            case Answer.Truth truth -> results(format).write(out, truth.value(), new Context());
            case Answer.Triples triples -> write(triples, format, out);
        }
    }

    private static void write(RowSet rows, Format format, OutputStream out) throws IOException {
        switch (format) {
            case CSV -> CsvRows.write(rows, out);
            case XML -> results(format).write(out, inXml(rows), new Context());
            default -> results(format).write(out, rows, new Context());
        }
    }

    private static RowSet inXml(RowSet rows) {
        return RowSetStream.create(
                rows.getResultVars(),
                Iter.operate(
                        rows, row -> row.forEach((_, node) -> XmlLimits.requireWritable(node))));
    }

    private static org.apache.jena.riot.rowset.RowSetWriter results(Format format) {
        var factory = RowSetWriterRegistry.getFactory(format.lang());
        if (factory == null) throw new IllegalStateException("no writer for " + format);
        return factory.create(format.lang());
    }

    private static void write(Answer.Triples answer, Format format, OutputStream out) {
        var triples = answer.triples();
        switch (format) {
            case N_TRIPLES, N_QUADS -> stream(triples, format, out);
            case TURTLE, TRIG -> {
                var first = new ArrayList<Triple>();
                while (first.size() < TIDY && triples.hasNext()) first.add(triples.next());
                if (triples.hasNext()) stream(Iter.concat(first.iterator(), triples), format, out);
                else write(GraphFactory.createDefaultGraph(), first.iterator(), format, out);
            }
            case JSON_LD, RDF_XML -> write(GraphFactory.createDefaultGraph(), triples, format, out);
            case HTML, JSON, XML, CSV, TSV ->
                    throw new IllegalArgumentException(format + " holds no triples");
        }
    }

    private static void write(
            Graph graph, Iterator<Triple> triples, Format format, OutputStream out) {
        triples.forEachRemaining(graph::add);
        write(graph, format, out);
    }

    private static void stream(Iterator<Triple> triples, Format format, OutputStream out) {
        var sink = start(format, out);
        triples.forEachRemaining(sink::triple);
        sink.finish();
    }

    /** Starts to write triple by triple: nothing is held, however many triples one subject has. */
    private static StreamRDF start(Format format, OutputStream out) {
        var sink =
                StreamRDFWriter.getWriterStream(
                        out,
                        switch (format) {
                            case TURTLE -> RDFFormat.TURTLE_FLAT;
                            case TRIG -> RDFFormat.TRIG_FLAT;
                            case N_TRIPLES -> RDFFormat.NTRIPLES;
                            default -> RDFFormat.NQUADS;
                        });
        sink.start();
        if (format == Format.TURTLE || format == Format.TRIG) Prefixes.map().forEach(sink::prefix);
        return sink;
    }

    /**
     * Writes a graph whole, in the tidiest form of the format.
     *
     * @throws Problem 406 where the format can't hold the graph; nothing has been written then
     */
    public static void write(Graph graph, Format format, OutputStream out) {
        if (format == Format.RDF_XML) XmlLimits.requireWritable(graph);
        if (format == Format.JSON_LD) requireFlatLists(graph);
        Prefixes.usedIn(graph).forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(graph).lang(format.lang()).output(out);
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

    /** Writes all quads of a dataset. */
    public static void write(DatasetGraph dataset, Format format, OutputStream out) {
        var sink = start(format, out);
        dataset.find()
                .forEachRemaining(q -> {
                    if (q.isDefaultGraph()) sink.triple(q.asTriple());
                    else sink.quad(q);
                });
        sink.finish();
    }
}
