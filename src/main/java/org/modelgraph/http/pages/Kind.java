package org.modelgraph.http.pages;

import org.modelgraph.graph.Iris;
import org.modelgraph.sparql.Prefixes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of things that have pages of their own: the first segment of their IRIs. */
public enum Kind {
    MODEL(mg("Model")),
    FAMILY(mg("ModelFamily")),
    SYSTEM(mg("System")),
    ORGANIZATION("http://www.w3.org/ns/prov#Organization"),
    AGENT("http://www.w3.org/ns/prov#Agent"),
    BASELINE(mg("Baseline")),
    BENCHMARK(mg("Benchmark")),
    FIELD(mg("Field")),
    TASK(mg("Task")),
    METRIC(mg("Metric")),
    DATASET(mg("Dataset")),
    SETTING(mg("EvaluationSetting")),
    TECHNIQUE(mg("Technique")),
    CAPABILITY(mg("Capability")),
    MODALITY(mg("Modality")),
    LIMITATION(mg("Limitation")),
    RISK(mg("Risk")),
    CHALLENGE(mg("Challenge")),
    THREAT(mg("Threat")),
    MITIGATION(mg("Mitigation")),
    USE(mg("Use")),
    DISCLOSURE(mg("DisclosureItem")),
    INCIDENT(mg("Incident")),
    CLAIM(mg("Claim")),
    SOURCE(mg("Source")),
    PASSAGE(mg("Passage")),
    CODE(mg("Code")),
    MAPPING("https://w3id.org/sssom/Mapping"),
    QUERY("http://www.w3.org/ns/shacl#SPARQLExecutable"),
    GRAPH(""),
    RULE(""),
    SHAPES(""),
    NS("");

    private static final Map<String, Kind> BY_SEGMENT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::segment, k -> k));

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    private static String mg(String name) {
        return Iris.NS + name;
    }

    /** The kind's segment in IRIs and addresses, such as {@code model}. */
    public String segment() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The IRI of the class of all things of this kind; empty where there is no such class. */
    public Optional<String> type() {
        return Optional.of(type).filter(t -> !t.isEmpty());
    }

    /** A query that lists all things of this kind; empty where there is no class of them. */
    public Optional<String> listing() {
        return type().map(iri -> {
            var name = Prefixes.shorten(iri).orElseThrow();
            var prefix = name.substring(0, name.indexOf(':'));
            return """
            PREFIX %s: <%s>
            PREFIX rdfs: <%s>

            SELECT DISTINCT ?%s WHERE {
              ?%s a/rdfs:subClassOf* %s
            }
            ORDER BY ?%s\
            """
                    .formatted(
                            prefix,
                            Prefixes.map().get(prefix),
                            Prefixes.map().get("rdfs"),
                            segment(),
                            segment(),
                            name,
                            segment());
        });
    }

    /** The kind of a thing by its IRI; empty for IRIs that are not ours. */
    public static Optional<Kind> of(String iri) {
        if (!iri.startsWith(Prefixes.BASE)) return Optional.empty();
        var rest = iri.substring(Prefixes.BASE.length());
        var slash = rest.indexOf('/');
        var segment = slash < 0 ? rest : rest.substring(0, slash);
        return Optional.ofNullable(BY_SEGMENT.get(segment));
    }

    /** The segments of all kinds, in alphabetical order. */
    public static List<String> segments() {
        return Arrays.stream(values()).map(Kind::segment).sorted().toList();
    }
}
