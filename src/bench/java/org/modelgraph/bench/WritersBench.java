package org.modelgraph.bench;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.result.AnswerOutput;
import org.modelgraph.sparql.result.StreamWriter;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The CPU time that writing costs, beside Jena's writers on the same rows in one run: 100,000 rows
 * of a thing, its label, its class and a figure, and as many triples, made from a seed. Prints a
 * table in Markdown.
 */
final class WritersBench {
    private static final int ROWS = 100_000;
    private static final int WARM = 6;
    private static final int ROUNDS = 9;
    private static final List<Var> VARIABLES = Var.varList(List.of("thing", "label", "class", "n"));

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private record Pair(Writing ours, Writing jenas) {}

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    public static void main(String[] arguments) throws IOException {
        var rows = rows();
        var triples = triples(rows);
        System.out.println(
                "| format | bytes, Jena | bytes, ours | CPU ms, Jena | CPU ms, ours | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        for (var entry : pairs(rows, triples).entrySet()) compare(entry.getKey(), entry.getValue());
    }

    private static Map<String, Pair> pairs(List<Binding> rows, List<Triple> triples) {
        var pairs = new LinkedHashMap<String, Pair>();
        pairs.put("JSON", results(rows, StreamWriter.JSON, ResultSetLang.RS_JSON));
        pairs.put("XML", results(rows, StreamWriter.XML, ResultSetLang.RS_XML));
        pairs.put("CSV", results(rows, StreamWriter.CSV, ResultSetLang.RS_CSV));
        pairs.put("TSV", results(rows, StreamWriter.TSV, ResultSetLang.RS_TSV));
        pairs.put("N-Triples", statements(triples, StreamWriter.PLAIN, RDFFormat.NTRIPLES));
        pairs.put(
                "Turtle",
                statements(triples, StreamWriter.prefixed(Prefixes.map()), RDFFormat.TURTLE_FLAT));
        return pairs;
    }

    private static Pair results(List<Binding> rows, StreamWriter writer, Lang lang) {
        return new Pair(
                out -> {
                    try (var output = AnswerOutput.to(out)) {
                        writer.write(RowSetStream.create(VARIABLES, rows.iterator()), output);
                    }
                },
                out ->
                        RowSetWriterRegistry.getFactory(lang)
                                .create(lang)
                                .write(
                                        out,
                                        RowSetStream.create(VARIABLES, rows.iterator()),
                                        new Context()));
    }

    private static Pair statements(List<Triple> triples, StreamWriter writer, RDFFormat format) {
        return new Pair(
                out -> {
                    try (var output = AnswerOutput.to(out)) {
                        writer.writeTriples(triples.iterator(), output);
                    }
                },
                out -> {
                    var sink = StreamRDFWriter.getWriterStream(out, format);
                    sink.start();
                    if (format.getLang().equals(Lang.TURTLE)) Prefixes.map().forEach(sink::prefix);
                    triples.forEach(sink::triple);
                    sink.finish();
                });
    }

    private static void compare(String name, Pair pair) throws IOException {
        for (var n = 0; n < WARM; n++) {
            measure(pair.jenas());
            measure(pair.ours());
        }
        var jenas = new double[ROUNDS];
        var ours = new double[ROUNDS];
        for (var n = 0; n < ROUNDS; n++) {
            jenas[n] = measure(pair.jenas());
            ours[n] = measure(pair.ours());
        }
        Arrays.sort(jenas);
        Arrays.sort(ours);
        System.out.printf(
                "| %s | %,d | %,d | %.1f | %.1f | %.2f |%n",
                name,
                size(pair.jenas()),
                size(pair.ours()),
                jenas[ROUNDS / 2],
                ours[ROUNDS / 2],
                ours[ROUNDS / 2] / jenas[ROUNDS / 2]);
    }

    private static long size(Writing writing) throws IOException {
        var out = new Counting();
        writing.to(out);
        return out.bytes;
    }

    /** The CPU time of this thread, in ms. */
    private static double measure(Writing writing) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        var begin = clock.getCurrentThreadCpuTime();
        writing.to(new Counting());
        return (clock.getCurrentThreadCpuTime() - begin) / 1e6;
    }

    private static List<Binding> rows() {
        var random = new Random(8);
        var rows = new ArrayList<Binding>();
        var type = NodeFactory.createURI(Prefixes.BASE + "ns/Model");
        for (var n = 0; n < ROWS; n++)
            rows.add(
                    BindingFactory.binding(
                            VARIABLES.get(0),
                            NodeFactory.createURI(Prefixes.BASE + "model/model-" + n),
                            VARIABLES.get(1),
                            NodeFactory.createLiteralLang(
                                    "Model \""
                                            + n
                                            + "\", "
                                            + (n % 5 == 0 ? "模型" : "large")
                                            + " "
                                            + random.nextInt(),
                                    n % 5 == 0 ? "zh" : "en"),
                            VARIABLES.get(2),
                            type,
                            VARIABLES.get(3),
                            NodeFactory.createLiteralDT(
                                    String.valueOf(random.nextInt(1000)), XSDDatatype.XSDinteger)));
        return rows;
    }

    private static List<Triple> triples(List<Binding> rows) {
        var label = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");
        var triples = new ArrayList<Triple>();
        rows.forEach(row ->
                triples.add(
                        Triple.create(
                                row.get(VARIABLES.get(0)), label, row.get(VARIABLES.get(1)))));
        return triples;
    }
}
