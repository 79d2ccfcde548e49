package org.modelgraph.sparql.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.problem.Problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is written says what was asked to be written, as Jena's readers and writers have it. */
class ResultWritersTest {
    private static StreamWriter writer(String format) {
        return switch (format) {
            case "json" -> StreamWriter.JSON;
            case "xml" -> StreamWriter.XML;
            case "tsv" -> StreamWriter.TSV;
            default -> StreamWriter.CSV;
        };
    }

    private static Lang lang(String format) {
        return switch (format) {
            case "json" -> ResultSetLang.RS_JSON;
            case "xml" -> ResultSetLang.RS_XML;
            case "tsv" -> ResultSetLang.RS_TSV;
            default -> ResultSetLang.RS_CSV;
        };
    }

    private static byte[] ours(String format, List<Binding> rows) throws IOException {
        return Written.bytes(out -> writer(format).write(SampleTerms.rowSet(rows), out));
    }

    private static byte[] jenas(String format, List<Binding> rows) {
        var out = new ByteArrayOutputStream();
        RowSetWriterRegistry.getFactory(lang(format))
                .create(lang(format))
                .write(out, SampleTerms.rowSet(rows), new Context());
        return out.toByteArray();
    }

    private static RowSet read(String format, byte[] text) {
        return RowSetReaderRegistry.getFactory(lang(format))
                .create(lang(format))
                .read(new ByteArrayInputStream(text), new Context())
                .materialize();
    }

    /** Jena's reader of TSV knows no triple terms, though its writer does. */
    private static List<Node> readable(String format) {
        var terms = new ArrayList<>(SampleTerms.writable());
        if (format.equals("tsv")) terms.removeIf(Node::isTripleTerm);
        return terms;
    }

    @Test
    void aTripleTermStandsInTsvAndCsvAsInTurtle() throws Exception {
        var term =
                NodeFactory.createTripleTerm(
                        NodeFactory.createURI("urn:s"),
                        NodeFactory.createURI("urn:p"),
                        NodeFactory.createLiteralString("a,b"));
        var rows = SampleTerms.rows(List.of(term), 8);
        assertThat(new String(ours("tsv", rows), StandardCharsets.UTF_8))
                .contains("<<( <urn:s> <urn:p> \"a,b\" )>>");
        assertThat(new String(ours("csv", rows), StandardCharsets.UTF_8))
                .contains("\"<<( <urn:s> <urn:p> \"\"a,b\"\" )>>\"");
    }

    private static void assertSame(RowSet one, RowSet other) {
        assertThat(one.getResultVars()).isEqualTo(other.getResultVars());
        assertThat(ResultsCompare.equalsByTermAndOrder(one, other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "tsv"})
    void everyTermComesBackAsItWas(String format) throws Exception {
        var rows = SampleTerms.rows(readable(format), 1);
        for (var row : rows) {
            var one = List.of(row);
            assertThat(
                            ResultsCompare.equalsByTermAndOrder(
                                    read(format, ours(format, one)), SampleTerms.rowSet(one)))
                    .as("%s of %s", format, row)
                    .isTrue();
        }
        assertSame(read(format, ours(format, rows)), SampleTerms.rowSet(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void itSaysWhatJenasWriterSays(String format) throws Exception {
        var terms = readable(format);
        if (format.equals("csv"))
            terms.removeIf(t -> t.isTripleTerm() || t.isBlank() || t.toString().equals("\"\""));
        terms.removeIf(t -> t.isLiteral() && t.getLiteralLexicalForm().equals("+"));
        var rows = SampleTerms.rows(terms, 2);
        assertSame(read(format, ours(format, rows)), read(format, jenas(format, rows)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "tsv", "csv"})
    void controlCharactersComeBackAsTheyWere(String format) throws Exception {
        var rows = SampleTerms.rows(SampleTerms.controls(), 3);
        var back = read(format, ours(format, rows));
        for (var row : rows) {
            var first = back.next().get(SampleTerms.VARIABLES.getFirst());
            if (row.contains(SampleTerms.VARIABLES.getFirst()))
                assertThat(first.getLiteralLexicalForm())
                        .isEqualTo(
                                row.get(SampleTerms.VARIABLES.getFirst()).getLiteralLexicalForm());
        }
    }

    @Test
    void whatXmlHasNotIsRefused() {
        for (var term : SampleTerms.controls()) {
            if (term.getLiteralLexicalForm().contains("\u007f")) continue;
            assertThatThrownBy(() -> ours("xml", SampleTerms.rows(List.of(term), 4)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("XML can't say that");
        }
        var broken = NodeFactory.createLiteralString("a\ud800");
        assertThatThrownBy(() -> ours("xml", SampleTerms.rows(List.of(broken), 4)))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "tsv"})
    void halfACharacterBecomesTheOneThatSaysSo(String format) throws Exception {
        var broken = NodeFactory.createLiteralString("a\ud83eb\udd16");
        var back = read(format, ours(format, SampleTerms.rows(List.of(broken), 5))).next();
        assertThat(back.get(SampleTerms.VARIABLES.getFirst()).getLiteralLexicalForm())
                .isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void jsonIsJsonForOthersToo() throws Exception {
        var terms = new ArrayList<>(SampleTerms.writable());
        terms.addAll(SampleTerms.controls());
        var rows = SampleTerms.rows(terms, 6);
        var tree = new ObjectMapper().readTree(ours("json", rows));
        assertThat(tree.at("/head/vars")).hasSize(4);
        assertThat(tree.at("/results/bindings")).hasSize(rows.size());
        for (var i = 0; i < terms.size(); i++)
            if (terms.get(i).isLiteral())
                assertThat(tree.at("/results/bindings/" + i + "/a/value").asText())
                        .isEqualTo(terms.get(i).getLiteralLexicalForm());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv"})
    void aTruthValueIsRead(String format) throws Exception {
        for (var truth : new boolean[] {true, false}) {
            var text = Written.bytes(out -> writer(format).write(truth, out));
            var reader = RowSetReaderRegistry.getFactory(lang(format)).create(lang(format));
            var result = reader.readAny(new ByteArrayInputStream(text), new Context());
            assertThat(result.booleanResult()).isEqualTo(truth);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void noRowsAndNoColumnsAreAnswersToo(String format) throws Exception {
        assertSame(read(format, ours(format, List.of())), SampleTerms.rowSet(List.of()));
    }

    @Test
    void oneTableOfTermsServesAnswerAfterAnswer() throws Exception {
        var rows = SampleTerms.rows(SampleTerms.writable(), 7);
        var first = ours("json", rows);
        for (var n = 0; n < 3; n++) assertThat(ours("json", rows)).isEqualTo(first);
    }
}
