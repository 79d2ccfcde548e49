package org.modelgraph.ingest;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Problem;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the tables of one source into triples. The same tables always give the same triples in the
 * same order.
 */
public final class TableReader {
    private final String source;
    private final Supplier<Node> asserter;
    private final Names names;
    private final Consumer<Triple> sink;
    private final ThingRows things;
    private final Consumer<Problem> faults;
    private @Nullable ClaimRows claims;

    /**
     * A reader for the tables of one source.
     *
     * @param source the name of the source that the tables stand in
     * @param asserter gives who says what the tables say; asked only where a table holds claims
     */
    public TableReader(String source, Supplier<Node> asserter, Names names, Consumer<Triple> sink) {
        this(
                source,
                asserter,
                names,
                sink,
                fault -> {
                    throw fault;
                });
    }

    /**
     * A reader that goes on after a fault.
     *
     * @param faults is told of each cell and row that can't be understood, which is left out
     */
    public TableReader(
            String source,
            Supplier<Node> asserter,
            Names names,
            Consumer<Triple> sink,
            Consumer<Problem> faults) {
        this.faults = faults;
        this.source = source;
        this.asserter = asserter;
        this.names = names;
        this.sink = sink;
        this.things = new ThingRows(names, sink);
    }

    /**
     * Reads a table and hands over its triples.
     *
     * @param file how the user calls the file, for problems
     * @return the number of rows
     * @throws Problem naming the line, where a row can't be understood
     */
    public int read(String file, String text, Mapping mapping) {
        var rows = Table.read(file, text, mapping, faults);
        var write = writer(mapping.kind());
        for (var row : rows) {
            try {
                write.accept(row);
            } catch (Problem fault) {
                faults.accept(fault);
            }
        }
        return rows.size();
    }

    private Consumer<Table.Row> writer(TableKind kind) {
        return switch (kind) {
            case RESULTS -> claims()::result;
            case DISCLOSURES -> claims()::disclosure;
            case MODELS -> things::model;
            case FAMILIES -> things::family;
            case ORGANIZATIONS -> things::organization;
        };
    }

    private ClaimRows claims() {
        if (claims == null) claims = new ClaimRows(source, asserter.get(), names, sink);
        return claims;
    }
}
