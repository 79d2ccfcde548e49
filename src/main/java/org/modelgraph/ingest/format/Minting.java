package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Things of their own for names that mean nothing in the graph. The IRI follows from the kind and
 * the normal form of the name alone, so that the same name gives the same thing in every file and
 * in every import; its name begins with {@code import-}, so that it never is a curated thing.
 */
public final class Minting {
    private static final String PREFIX = "import-";
    private static final Pattern UNIT = Pattern.compile("^(.*) \\[([^\\[\\]]+)]$");
    private static final Pattern SHOTS = Pattern.compile("^(\\d{1,3})-shot$");

    private Minting() {}

    /** The thing that a name stands for where the graph has none. */
    static Named thing(String kind, String printed) {
        var node = Vocabulary.thing(kind + "/" + PREFIX + NormalName.slug(printed));
        return new Named(node, kind, printed, printed, true);
    }

    /** A thing for a name that differs from that of another one only in how it is spelled. */
    static Named spelled(String kind, String printed) {
        var hash = NormalName.hash(printed).substring(0, 8);
        var local = PREFIX + NormalName.slug(printed) + "-" + hash;
        return new Named(Vocabulary.thing(kind + "/" + local), kind, printed, printed, true);
    }

    /** Those who speak in a file. */
    static Node authors(String source) {
        return Vocabulary.thing("agent/" + PREFIX + "authors-of-" + source);
    }

    /** True for a thing that only the file with this source speaks of. */
    public static boolean ofOneFile(Node node) {
        return node.isURI() && node.getURI().contains("/agent/" + PREFIX + "authors-of-");
    }

    /** True for a thing that was made here. */
    public static boolean made(Node node) {
        return node.isURI()
                && node.getURI().startsWith(Prefixes.BASE)
                && node.getURI().contains("/" + PREFIX);
    }

    /** What is said of such a thing: its class, its labels, and that nothing else is known. */
    static void describe(Named thing, Consumer<Triple> sink) {
        var node = thing.node();
        for (var type : types(thing.kind()))
            sink.accept(Triple.create(node, RDF.type.asNode(), type));
        sink.accept(Triple.create(node, RDFS.label.asNode(), Vocabulary.english(thing.label())));
        sink.accept(Triple.create(node, RDFS.label.asNode(), Vocabulary.chinese(thing.labelZh())));
        switch (thing.kind()) {
            case "benchmark" -> define(thing, "benchmark", "基准", sink);
            case "metric" -> {
                define(thing, "metric", "指标", sink);
                var unit = UNIT.matcher(thing.label());
                var code = unit.matches() ? Unit.ofWords(unit.group(2)) : Unit.NOT_STATED;
                sink.accept(
                        Triple.create(node, Vocabulary.term("unit"), Vocabulary.code(code.code())));
            }
            case "setting" -> {
                var shots = SHOTS.matcher(thing.label());
                if (shots.matches())
                    sink.accept(
                            Triple.create(
                                    node,
                                    Vocabulary.term("shots"),
                                    Vocabulary.typed(
                                            shots.group(1), XSDDatatype.XSDnonNegativeInteger)));
            }
            default -> {}
        }
    }

    private static List<Node> types(String kind) {
        return switch (kind) {
            case "model" -> List.of(Vocabulary.term("Model"));
            case "system" -> List.of(Vocabulary.term("System"));
            case "family" -> List.of(Vocabulary.term("ModelFamily"));
            case "dataset" -> List.of(Vocabulary.term("Dataset"));
            case "benchmark" -> List.of(Vocabulary.term("Benchmark"));
            case "metric" -> List.of(Vocabulary.term("Metric"));
            case "setting" -> List.of(Vocabulary.term("EvaluationSetting"));
            case "organization" -> List.of(Vocabulary.ORGANIZATION, Vocabulary.AGENT);
            case "agent" -> List.of(Vocabulary.AGENT);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void define(Named thing, String what, String whatZh, Consumer<Triple> sink) {
        var english = "A " + what + " that an imported file calls “" + thing.label() + "”.";
        var chinese = "导入文件中称为“" + thing.labelZh() + "”的" + whatZh + "。";
        sink.accept(
                Triple.create(thing.node(), Vocabulary.DEFINITION, Vocabulary.english(english)));
        sink.accept(
                Triple.create(thing.node(), Vocabulary.DEFINITION, Vocabulary.chinese(chinese)));
    }
}
