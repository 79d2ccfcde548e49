package org.modelgraph.sparql.result;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Terms of every kind, with all that is hard to write. */
final class SampleTerms {
    static final List<Var> VARIABLES = Var.varList(List.of("a", "b_2", "größe", "名"));

    private static final String[] TEXTS = {
        "",
        " ",
        "plain",
        "a,b;c",
        "say \"so\"",
        "it's",
        "back\\slash \\n \\u0041",
        "<a href=\"&amp;\">]]>",
        "one\ntwo\r\nthree\rfour",
        "\ttab\t",
        "Größe",
        "模型卡",
        "\ud83e\udd16 robot \ud83d\ude00",
        "e\u0301",
        "\u2028\u2029\u0085\u00a0",
        "\ufffd\ufeff",
        "{\"json\": [1, 2]}",
        "?a ${b} %20 #",
        "-5",
        "true",
        "x".repeat(3000),
        "好".repeat(1500),
        "'''",
        "\"\"\"",
        "a\\"
    };
    private static final String[] CONTROLS = {"\b\f", "\u0000", "\u0001\u001f", "\u007f\u0080"};
    private static final String[] NUMBERS = {
        "0",
        "+1",
        "-7",
        "007",
        "1.",
        ".5",
        "-1.50",
        "1e6",
        "1.5E-3",
        ".5e1",
        "INF",
        "NaN",
        "true",
        "1",
        "false",
        "",
        "+",
        "abc",
        "1 ",
        "2024-02-29",
        "PT5M",
        "AQID",
        "<b>x</b>"
    };

    private SampleTerms() {}

    /** All terms that every format can hold. */
    static List<Node> writable() {
        var terms = new ArrayList<Node>();
        for (var text : TEXTS) {
            terms.add(NodeFactory.createLiteralString(text));
            terms.add(NodeFactory.createLiteralLang(text, "en"));
            terms.add(NodeFactory.createLiteralLang(text, "zh-Hans-CN"));
            terms.add(NodeFactory.createLiteralDirLang(text, "ar", TextDirection.RTL));
            terms.add(literal(text, "urn:type:" + terms.size()));
        }
        for (var type : datatypes()) for (var text : NUMBERS) terms.add(literal(text, type));
        for (var iri :
                new String[] {
                    "https://w3id.org/modelgraph/model/gpt-4",
                    "http://www.w3.org/2001/XMLSchema#integer",
                    "urn:x",
                    "http://e/?a=1&b='2'#c",
                    "http://e/ü/模型/%C3%BC",
                    "http://e/a_b.c.",
                    "http://e/(x)",
                    "https://w3id.org/modelgraph/ns/",
                    "https://w3id.org/modelgraph/model/-a",
                    "relative"
                }) terms.add(NodeFactory.createURI(iri));
        terms.add(NodeFactory.createBlankNode("one"));
        terms.add(NodeFactory.createBlankNode("b0"));
        terms.add(NodeFactory.createBlankNode("with:strange~signs 1"));
        var inner =
                NodeFactory.createTripleTerm(
                        terms.getLast(), NodeFactory.createURI("urn:q"), terms.get(7));
        terms.add(inner);
        terms.add(
                NodeFactory.createTripleTerm(
                        NodeFactory.createURI("urn:s"), NodeFactory.createURI("urn:p"), inner));
        return terms;
    }

    /** Terms that XML has no characters for. */
    static List<Node> controls() {
        var terms = new ArrayList<Node>();
        for (var text : CONTROLS) {
            terms.add(NodeFactory.createLiteralString(text));
            terms.add(NodeFactory.createLiteralLang("a" + text + "b", "en"));
        }
        return terms;
    }

    private static List<String> datatypes() {
        var types = new ArrayList<String>();
        TypeMapper.getInstance().listTypes().forEachRemaining(t -> types.add(t.getURI()));
        types.removeIf(t -> t.endsWith("angString") || t.contains("awslabs"));
        types.sort(null);
        return types;
    }

    private static Node literal(String text, String type) {
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
    }

    /** Rows of terms, some cells empty, some terms again and again, the last row without any. */
    static List<Binding> rows(List<Node> terms, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Binding>();
        var often = NodeFactory.createLiteralDT("42", XSDDatatype.XSDinteger);
        for (var term : terms) {
            var row = BindingFactory.builder();
            row.add(VARIABLES.get(0), term);
            if (random.nextBoolean()) row.add(VARIABLES.get(1), often);
            if (random.nextBoolean())
                row.add(VARIABLES.get(2), terms.get(random.nextInt(terms.size())));
            if (random.nextInt(4) == 0) row.add(VARIABLES.get(3), term);
            rows.add(row.build());
        }
        rows.add(BindingFactory.empty());
        return rows;
    }

    static RowSet rowSet(List<Binding> rows) {
        return RowSetStream.create(VARIABLES, rows.iterator());
    }
}
