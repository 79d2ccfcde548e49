package org.modelgraph.conformance;

import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;

import java.io.ByteArrayInputStream;
import java.util.List;

/** The rows or the truth value that a query gave, or is to give. */
sealed interface Outcome {
    /** The formats in which a truth value is one. */
    List<Lang> OF_TRUTH = List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML);

    /** The formats that keep every term. */
    List<Lang> OF_ROWS = List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML, ResultSetLang.RS_TSV);

    record Rows(ResultSetRewindable rows) implements Outcome {
        @Override
        public String toString() {
            rows.reset();
            var text = new StringBuilder(rows.getResultVars().toString());
            while (rows.hasNext()) text.append("\n  ").append(rows.nextBinding());
            return text.toString();
        }
    }

    record Truth(boolean value) implements Outcome {}

    /** What a file of a suite says: in a result format, or as RDF in the terms of the suites. */
    static Outcome of(String file) {
        var lang = Files.lang(file);
        if (Files.extension(file).matches("ttl|rdf")) {
            var graph = Files.data(file, file).getDefaultGraph();
            var model = ModelFactory.createModelForGraph(graph);
            var truth =
                    model.listObjectsOfProperty(
                            Case.property(
                                    "http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean"));
            return truth.hasNext()
                    ? new Truth(truth.next().asLiteral().getBoolean())
                    : new Rows(ResultSetFactory.makeRewindable(RDFInput.fromRDF(model)));
        }
        return of(Manifest.bytes(file), lang);
    }

    static Outcome of(byte[] bytes, Lang format) {
        var read =
                ResultsReader.create()
                        .forceLang(format)
                        .build()
                        .readAny(new ByteArrayInputStream(bytes));
        return of(read);
    }

    private static Outcome of(SPARQLResult read) {
        return read.isBoolean()
                ? new Truth(read.getBooleanResult())
                : new Rows(ResultSetFactory.makeRewindable(read.getResultSet()));
    }
}
