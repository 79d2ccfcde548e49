package org.modelgraph.sparql.result;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes answers row by row and triple by triple, in the formats that allow it; for any number of
 * answers, on any thread.
 */
public final class StreamWriter {
    /** The formats that stream. */
    private enum Form {
        JSON,
        XML,
        CSV,
        TSV,
        PLAIN,
        PREFIXED
    }

    /** Rows as SPARQL Query Results JSON. */
    public static final StreamWriter JSON = rows(Form.JSON, new JsonForm());

    /** Rows as SPARQL Query Results XML; 406 for characters that XML has not. */
    public static final StreamWriter XML = rows(Form.XML, new XmlForm());

    /** Rows as SPARQL Query Results CSV. */
    public static final StreamWriter CSV = rows(Form.CSV, new CsvForm());

    /** Rows as SPARQL Query Results TSV. */
    public static final StreamWriter TSV = rows(Form.TSV, TurtleForm.tabular());

    /** Statements as N-Triples and N-Quads. */
    public static final StreamWriter PLAIN = rows(Form.PLAIN, TurtleForm.plain());

    private final Form form;
    private final Pool<TermBytes> terms;
    private final Map<String, String> prefixes;

    private StreamWriter(Form form, TermForm terms, Map<String, String> prefixes) {
        this.form = form;
        this.terms = new Pool<>(() -> new TermBytes(terms));
        this.prefixes = prefixes;
    }

    private static StreamWriter rows(Form form, TermForm terms) {
        return new StreamWriter(form, terms, Map.of());
    }

    /**
     * Statements as Turtle and TriG, one a line.
     *
     * @param prefixes prefix to namespace; a namespace ends with a slash or a hash
     */
    public static StreamWriter prefixed(Map<String, String> prefixes) {
        return new StreamWriter(
                Form.PREFIXED, TurtleForm.prefixed(new ShortNames(prefixes)), prefixes);
    }

    /** Writes the rows of a SELECT whole. */
    public void write(RowSet rows, AnswerOutput out) throws IOException {
        var table = terms.take();
        var result = result(out.buffer(), table);
        result.begin(rows.getResultVars());
        while (rows.hasNext()) {
            result.row(rows.next());
            out.endRow();
        }
        result.end();
        out.finish();
        terms.give(table);
    }

    /** Writes the answer to an ASK. */
    public void write(boolean truth, AnswerOutput out) throws IOException {
        var table = terms.take();
        result(out.buffer(), table).truth(truth);
        out.finish();
        terms.give(table);
    }

    private ResultForm result(Utf8Buffer out, TermBytes table) {
        return switch (form) {
            case JSON -> new JsonResult(out, table);
            case XML -> new XmlResult(out, table);
            case CSV -> SeparatedResult.csv(out, table);
            case TSV -> SeparatedResult.tsv(out, table);
            case PLAIN, PREFIXED -> throw new IllegalStateException(form + " holds no rows");
        };
    }

    /** Writes triples as they come; one that comes twice is written twice. */
    public void writeTriples(Iterator<Triple> triples, AnswerOutput out) throws IOException {
        var table = terms.take();
        var lines = lines(out, table);
        while (triples.hasNext()) {
            lines.triple(triples.next());
            out.endRow();
        }
        out.finish();
        terms.give(table);
    }

    /** Writes quads as they come. */
    public void writeQuads(Iterator<Quad> quads, AnswerOutput out) throws IOException {
        var table = terms.take();
        var lines = lines(out, table);
        while (quads.hasNext()) {
            lines.quad(quads.next());
            out.endRow();
        }
        out.finish();
        terms.give(table);
    }

    private StatementLines lines(AnswerOutput out, TermBytes table) {
        var lines = new StatementLines(out.buffer(), table, form == Form.PREFIXED);
        lines.prefixes(prefixes);
        return lines;
    }
}
