package org.modelgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.modelgraph.imports.GraphNames;
import org.modelgraph.ingest.Names;
import org.modelgraph.ingest.format.Finding;
import org.modelgraph.ingest.format.Findings;
import org.modelgraph.ingest.format.FormatMapping;
import org.modelgraph.ingest.format.Formats;
import org.modelgraph.ingest.format.Intake;
import org.modelgraph.ingest.format.Naming;
import org.modelgraph.ingest.format.Note;
import org.modelgraph.ingest.format.SourceFile;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What leaves in the format of others comes back as the same claims. */
class ExportTest {
    private static final String BASE = "https://w3id.org/modelgraph/";
    private static final Node DENIED = NodeFactory.createURI(BASE + "code/denied");
    private static final Graph GRAPH = read();
    private static final Node MODEL = NodeFactory.createURI(BASE + "model/tiny");
    private static final Node DATA = NodeFactory.createURI(BASE + "dataset/corpus");
    private static final Node CLAIM = NodeFactory.createURI(BASE + "claim/r1");

    private static Graph read() {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(Path.of("src/test/resources/export/tiny.ttl"))
                .lang(Lang.TURTLE)
                .parse(graph);
        return graph;
    }

    private static String text(String export, Node thing) {
        return switch (Exports.named(export)) {
            case TextExport text -> text.text(new Knowledge(GRAPH), thing);
            case GraphExport graph ->
                    written(
                            graph.quads(new Knowledge(GRAPH), thing),
                            graph.syntaxes().contains(Format.TRIG) ? Format.TRIG : Format.TURTLE);
        };
    }

    private static String written(DatasetGraph quads, Format syntax) {
        var out = new ByteArrayOutputStream();
        if (syntax == Format.TRIG) AnswerWriter.write(quads, syntax, out);
        else AnswerWriter.write(quads.getDefaultGraph(), syntax, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * The claims that an importer makes of a text, as {@code property value} by what holds them.
     */
    private static Set<String> imported(String format, String name, String text, Set<String> held)
            throws Exception {
        var file = Files.writeString(Files.createTempDirectory("export").resolve(name), text);
        var findings = new ArrayList<Finding>();
        var naming =
                new Naming(
                        GraphNames.index(GRAPH, new Names()),
                        _ -> Optional.empty(),
                        Naming.Unknown.OWN);
        var sink =
                new Findings() {
                    @Override
                    public void take(Finding finding) {
                        findings.add(finding);
                    }

                    @Override
                    public void note(Note note) {}
                };
        Formats.of(format)
                .read(
                        new SourceFile(file, name, name, _ -> {}),
                        new Intake(
                                "test",
                                naming,
                                FormatMapping.read(format, Optional.empty()),
                                sink));
        var graph = GraphFactory.createDefaultGraph();
        findings.forEach(finding -> finding.triples().forEach(graph::add));
        return claims(graph, held);
    }

    /** What claims say of a model or data set, by the properties that a format holds. */
    private static Set<String> claims(Graph graph, Set<String> held) {
        var claims = new TreeSet<String>();
        for (var triple : graph.find(Node.ANY, Knowledge.term("about"), Node.ANY).toList()) {
            var claim = triple.getSubject();
            if (graph.contains(claim, Knowledge.term("stance"), DENIED)) continue;
            var attribute = graph.find(claim, Knowledge.term("attribute"), Node.ANY).toList();
            if (!attribute.isEmpty()) {
                var name = attribute.getFirst().getObject().getURI().replaceFirst("^.*/", "");
                if (!held.contains(name)) continue;
            }
            var said = new TreeSet<String>();
            for (var of : graph.find(claim, Node.ANY, Node.ANY).toList()) {
                var property = of.getPredicate().getURI().replaceFirst("^.*[/#]", "");
                if (property.startsWith("attribute")
                        || property.equals("about")
                        || (attribute.isEmpty() && held.contains(property)))
                    said.add(property + " " + value(of.getObject()));
            }
            if (!attribute.isEmpty() || held.contains("benchmark")) claims.add(said.toString());
        }
        return claims;
    }

    private static String value(Node node) {
        if (!node.isLiteral()) return node.toString();
        return node.getLiteralValue() instanceof Number
                ? new BigDecimal(node.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
                : node.getLiteralLexicalForm();
    }

    private static Set<String> held(String export) {
        return Set.copyOf(Exports.named(export).holds());
    }

    private static void returns(String export, String format, String file, Node thing, int claims)
            throws Exception {
        var held = held(export);
        var back = imported(format, file, text(export, thing), held);
        var about = new TreeSet<>(claims(GRAPH, held));
        about.removeIf(said -> !said.contains("about " + thing));
        assertThat(back).as(export).isEqualTo(about).hasSize(claims);
    }

    @Test
    void aModelCardComesBack() throws Exception {
        assertThat(text("model-card", MODEL))
                .startsWith("---\n")
                .contains("license:\n- mit", "model_name: Tiny", "# Tiny");
        returns("model-card", "huggingface", "tiny.md", MODEL, 5);
    }

    @Test
    void aRecordOfEveryEvalEverComesBack() throws Exception {
        returns("every-eval-ever", "every-eval-ever", "tiny.json", MODEL, 3);
    }

    @Test
    void croissantComesBack() throws Exception {
        returns("croissant", "croissant", "corpus.json", DATA, 2);
    }

    @Test
    void fair4mlComesBack() throws Exception {
        returns("fair4ml", "rdf", "tiny.ttl", MODEL, 7);
    }

    @Test
    void mldcatComesBack() throws Exception {
        returns("mldcat-ap", "rdf", "tiny.ttl", MODEL, 4);
    }

    @Test
    void schemaOrgComesBack() throws Exception {
        returns("schema-org", "rdf", "tiny.ttl", MODEL, 4);
        returns("schema-org", "rdf", "corpus.ttl", DATA, 2);
    }

    @Test
    void aNanopublicationHoldsTheClaimWhole() {
        var quads = ((GraphExport) Exports.named("nanopub")).quads(new Knowledge(GRAPH), CLAIM);
        var graphs = new ArrayList<String>();
        quads.listGraphNodes()
                .forEachRemaining(g -> graphs.add(g.getURI().replaceFirst("^.*/", "")));
        assertThat(graphs).containsExactlyInAnyOrder("head", "assertion", "provenance", "pubinfo");
        var union = quads.getUnionGraph();
        GRAPH.find(CLAIM, Node.ANY, Node.ANY)
                .toList()
                .forEach(triple -> assertThat(union.contains(triple)).as("%s", triple).isTrue());
    }

    @Test
    void aReifierSaysWhichStatementTheClaimMakes() {
        assertThat(text("reified", MODEL)).contains("reifies", "<<(");
    }

    @Test
    void framedJsonLdIsATreeWithTheThingOnTop() {
        var text = text("framed", MODEL);
        assertThat(text).contains("\"claims\"", "\"benchmark\"");
        var back = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.JSONLD).parse(back);
        GRAPH.find(CLAIM, Node.ANY, Node.ANY)
                .filterDrop(t -> t.getPredicate().equals(RDFS.label.asNode()))
                .toList()
                .forEach(triple -> assertThat(back.contains(triple)).as("%s", triple).isTrue());
        assertThat(back.contains(MODEL, RDF.type.asNode(), Knowledge.term("Model"))).isTrue();
    }

    @Test
    void aMappingSetIsATable() {
        assertThat(text("sssom", NodeFactory.createURI(BASE + "mapping/mine")).lines())
                .anyMatch(line ->
                        line.startsWith(
                                MODEL
                                        + "\tTiny\thttp://www.w3.org/2004/02/skos/core#exactMatch\t"
                                        + "\thttps://example.org/tiny\t"))
                .contains("#mapping_set_id: " + BASE + "mapping/mine");
    }

    @Test
    void whatIsDeniedIsNotStated() {
        assertThat(text("fair4ml", MODEL)).doesNotContain("gpl-3.0");
    }

    @Test
    void everyExportHasItsRowInTheReference() throws Exception {
        var lines = Files.readAllLines(Path.of("docs/reference/exports.md"));
        for (var export : Exports.all())
            assertThat(lines)
                    .contains(
                            "| `"
                                    + export.name()
                                    + "` | "
                                    + String.join(", ", export.kinds())
                                    + " | "
                                    + held(export)
                                    + " |");
    }

    private static String held(Export export) {
        var names = export.holds().equals(List.of("*")) ? List.of("everything") : export.holds();
        return names.isEmpty() ? "the mappings" : String.join(", ", names);
    }
}
