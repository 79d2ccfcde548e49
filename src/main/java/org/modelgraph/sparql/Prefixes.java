package org.modelgraph.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The prefixes that this project writes and suggests: its own and those of the vocabularies it
 * uses.
 */
public final class Prefixes {
    /** The base of every IRI of ours in data. */
    public static final String BASE = "https://w3id.org/modelgraph/";

    private static final Map<String, String> ALL = all();
    private static final Map<String, String> BY_NAMESPACE =
            ALL.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?");

    private Prefixes() {}

    private static Map<String, String> all() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("mg", BASE + "ns/");
        for (var kind :
                new String[] {
                    "agent",
                    "baseline",
                    "benchmark",
                    "capability",
                    "challenge",
                    "claim",
                    "code",
                    "dataset",
                    "disclosure",
                    "family",
                    "field",
                    "graph",
                    "incident",
                    "limitation",
                    "mapping",
                    "metric",
                    "mitigation",
                    "modality",
                    "model",
                    "passage",
                    "query",
                    "risk",
                    "rule",
                    "setting",
                    "source",
                    "system",
                    "task",
                    "technique",
                    "threat",
                    "use"
                }) prefixes.put(kind, BASE + kind + "/");
        prefixes.put("org", BASE + "organization/");
        prefixes.put("airo", "https://w3id.org/airo#");
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("dqv", "http://www.w3.org/ns/dqv#");
        prefixes.put("fair4ml", "https://w3id.org/fair4ml#");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("schema", "https://schema.org/");
        prefixes.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        prefixes.put("sh", "http://www.w3.org/ns/shacl#");
        prefixes.put("semapv", "https://w3id.org/semapv/vocab/");
        prefixes.put("sssom", "https://w3id.org/sssom/");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("void", "http://rdfs.org/ns/void#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Collections.unmodifiableMap(prefixes);
    }

    /** Prefix to namespace, ours first. */
    public static Map<String, String> map() {
        return ALL;
    }

    /** The prefixes that a graph needs, so that no line of a document is wasted on others. */
    public static Map<String, String> usedIn(Graph graph) {
        var iris = new HashSet<String>();
        graph.find()
                .forEachRemaining(t ->
                        List.of(t.getSubject(), t.getPredicate(), t.getObject())
                                .forEach(n -> mention(n, iris)));
        var used = new LinkedHashMap<>(ALL);
        used.values()
                .removeIf(namespace -> iris.stream().noneMatch(iri -> iri.startsWith(namespace)));
        return used;
    }

    private static void mention(Node node, Set<String> iris) {
        if (node.isURI()) iris.add(node.getURI());
        else if (node.isLiteral()) iris.add(node.getLiteralDatatypeURI());
    }

    /**
     * The IRI in short form, such as {@code model:gpt-4}, where a prefix fits and the rest is a
     * plain name.
     */
    public static Optional<String> shorten(String iri) {
        var end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        var name = iri.substring(end);
        return Optional.ofNullable(BY_NAMESPACE.get(iri.substring(0, end)))
                .filter(_ -> NAME.matcher(name).matches())
                .map(prefix -> prefix + ":" + name);
    }

    /** The full IRI of a short form such as {@code model:gpt-4}, where its prefix is known. */
    public static Optional<String> expand(String shortForm) {
        var colon = shortForm.indexOf(':');
        if (colon < 0) return Optional.empty();
        return Optional.ofNullable(ALL.get(shortForm.substring(0, colon)))
                .map(namespace -> namespace + shortForm.substring(colon + 1));
    }
}
