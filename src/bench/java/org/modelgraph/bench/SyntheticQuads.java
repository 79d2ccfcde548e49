package org.modelgraph.bench;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.sparql.Prefixes;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Models, their results, issues and mitigations in the terms of our ontology, made from a seed:
 * skewed, so that a few models, developers and benchmarks have most of what there is, and spread
 * over one graph for each of 20 sources. About 34 quads a model.
 */
final class SyntheticQuads {
    static final String NS = Prefixes.BASE + "ns/";

    private static final long SEED = 8;
    private static final int SOURCES = 20;
    private static final int DEVELOPERS = 200;
    private static final int BENCHMARKS = 100;
    private static final int ISSUES = 500;
    private static final int RESULTS_A_MODEL = 3;

    private final Random chance = new Random(SEED);
    private final long most;
    private final Consumer<Quad> sink;
    private long made;
    private Node graph = node("graph/g0");

    private SyntheticQuads(long most, Consumer<Quad> sink) {
        this.most = most;
        this.sink = sink;
    }

    /** Gives so many quads to a sink, the same each time. */
    static void make(long quads, Consumer<Quad> sink) {
        new SyntheticQuads(quads, sink).make();
    }

    private void make() {
        for (var i = 0; i < DEVELOPERS; i++) named("developer", i, "Organization");
        for (var i = 0; i < BENCHMARKS; i++) named("benchmark", i, "Benchmark");
        for (var i = 0; i < ISSUES; i++) named("issue", i, "Issue");
        for (var i = 0; i < ISSUES / 2; i++) {
            named("mitigation", i, "Mitigation");
            add(node("mitigation/" + i), "mitigates", node("issue/" + skewed(ISSUES)));
        }
        for (var i = 0; made < most; i++) model(i);
    }

    private void named(String kind, int number, String type) {
        graph = node("graph/g" + number % SOURCES);
        var thing = node(kind + "/" + number);
        put(thing, RDF.type.asNode(), property(type));
        label(thing, type + " " + number, "en");
    }

    private void model(int number) {
        graph = node("graph/g" + number % SOURCES);
        var model = node("model/" + number);
        put(model, RDF.type.asNode(), property("Model"));
        label(model, "Model " + number + " of size " + number % 97, "en");
        label(model, "模型 " + number, "zh");
        add(model, "developedBy", node("developer/" + skewed(DEVELOPERS)));
        add(model, "released", literal(date(), XSDDatatype.XSDdate));
        add(model, "parameters", literal("" + (1 + chance.nextInt(500)), XSDDatatype.XSDinteger));
        if (number > 0 && chance.nextInt(4) > 0)
            add(model, "derivedFrom", node("model/" + skewed(number)));
        for (var n = 0; n < 3; n++) add(model, "cites", node("model/" + skewed(number + 50)));
        for (var n = 0; n < 2; n++) add(model, "hasIssue", node("issue/" + skewed(ISSUES)));
        for (var n = 0; n < RESULTS_A_MODEL; n++) result(number, n, model);
    }

    private void result(int number, int place, Node model) {
        var result = node("result/" + number + "-" + place);
        put(result, RDF.type.asNode(), property("Result"));
        label(result, "Result " + place + " of model " + number, "en");
        add(result, "about", model);
        add(result, "benchmark", node("benchmark/" + skewed(BENCHMARKS)));
        var value = chance.nextInt(1000) / 10 + "." + chance.nextInt(10);
        add(result, "value", literal(value, XSDDatatype.XSDdecimal));
        add(result, "statedIn", node("source/" + number % SOURCES));
        add(result, "locator", literal("p. " + (1 + chance.nextInt(90)), XSDDatatype.XSDstring));
    }

    private String date() {
        return "20%02d-%02d-%02d"
                .formatted(14 + skewed(13), 1 + chance.nextInt(12), 1 + chance.nextInt(28));
    }

    private void label(Node thing, String text, String language) {
        put(thing, RDFS.label.asNode(), NodeFactory.createLiteralLang(text, language));
    }

    private void add(Node subject, String property, Node object) {
        put(subject, property(property), object);
    }

    private void put(Node subject, Node predicate, Node object) {
        if (made++ < most) sink.accept(Quad.create(graph, subject, predicate, object));
    }

    /** Small numbers far more often than large ones. */
    private int skewed(int bound) {
        var part = chance.nextDouble();
        return (int) (part * part * part * bound);
    }

    static Node node(String path) {
        return NodeFactory.createURI(Prefixes.BASE + path);
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node property(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
