package org.modelgraph.command;

import org.apache.jena.query.Query;
import org.modelgraph.Setting;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.Terms;
import org.modelgraph.text.TextSearch;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code query}: asks a store that no server has open. */
final class QueryCommand extends Command {
    private static final String DEFAULT_FORMAT = "text";

    QueryCommand() {
        super(
                "query",
                "Asks a store a SPARQL query, given as text or as a file.",
                Setting.DATABASE,
                Setting.DEFAULT_GRAPH,
                Setting.QUERY_TIMEOUT);
        spec().addOption(
                        OptionSpec.builder("--format")
                                .type(String.class)
                                .paramLabel("FORMAT")
                                .description(
                                        "csv, tsv, json, xml for rows; ttl, trig, nt, nq, jsonld,"
                                                + " rdf for graphs. Default: tsv, ttl.")
                                .build());
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE|TEXT")
                                .type(String.class)
                                .arity("1")
                                .required(true)
                                .index("0")
                                .description("A file that holds a query, or the query itself.")
                                .build());
    }

    @Override
    public Integer call() throws IOException {
        var text = text(given().matchedPositionalValue(0, ""));
        var reading = new QueryReader(Terms.NONE).read(text);
        Guard.check(reading.query());
        var format = format(reading.query());
        var limit = settings().queryTimeout();
        try (var store = KnowledgeGraph.open(settings().database(), settings().defaultGraph())) {
            TextSearch.of(store);
            store.read(view -> {
                try (var answer =
                        Evaluation.start(reading.query(), view.target(reading.query()), limit)) {
                    var out = standardOutput();
                    AnswerWriter.write(answer, format, out);
                    out.flush();
                    return true;
                } catch (RuntimeException | StackOverflowError e) {
                    throw Evaluation.problem(e, limit);
                }
            });
        }
        standardOutput().flush();
        return 0;
    }

    @SuppressWarnings("SystemOut") // the answer is this command's output, as bytes
    private static OutputStream standardOutput() {
        return System.out;
    }

    private Format format(Query query) {
        var rows = query.isSelectType() || query.isAskType();
        var kind =
                query.isSelectType()
                        ? Format.Kind.ROWS
                        : query.isAskType() ? Format.Kind.TRUTH : Format.Kind.TRIPLES;
        var asked = given().matchedOptionValue("--format", DEFAULT_FORMAT);
        var name =
                asked.equals(DEFAULT_FORMAT)
                        ? (rows ? Format.TSV : Format.TURTLE).extension()
                        : asked;
        return Format.negotiate(Optional.of(name), "", kind);
    }

    private static String text(String fileOrText) throws IOException {
        try {
            var path = Path.of(fileOrText);
            if (Files.isRegularFile(path)) return Files.readString(path);
        } catch (InvalidPathException e) {
            // what can't be a path is a query
        }
        return fileOrText;
    }
}
