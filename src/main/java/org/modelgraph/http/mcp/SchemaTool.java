package org.modelgraph.http.mcp;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.browse.Names;
import org.modelgraph.graph.View;
import org.modelgraph.http.Counting;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.Similarity;
import org.modelgraph.workbench.Census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells which classes there are, and which properties their members have, with counts. */
record SchemaTool(Site site, Counting counting) implements Tool {
    private record Used(Known property, String definition, List<String> ranges, int statements) {}

    private record Described(Known type, String definition, int members, List<Used> properties) {}

    private record Schema(
            Map<String, String> prefixes,
            List<Described> classes,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "get_schema";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var language = arguments.text("language").orElseGet(exchange::language);
        var wanted = arguments.texts("classes");
        return site.read(view -> {
            var census = counting.of(view);
            var names = site.index(view).names();
            var chosen = chosen(census, names, wanted);
            var classes =
                    chosen.stream()
                            .map(type ->
                                    described(
                                            view, census, names, language, type, !wanted.isEmpty()))
                            .toList();
            return new Schema(
                    Prefixes.map(),
                    classes,
                    Cited.of(view, names, language, chosen),
                    view.version().toString());
        });
    }

    private static List<String> chosen(Census census, Names names, List<String> wanted) {
        if (wanted.isEmpty())
            return census.classes().entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .toList();
        var chosen = new ArrayList<String>();
        for (var written : wanted) chosen.add(type(census, names, written));
        return chosen;
    }

    private static String type(Census census, Names names, String written) {
        var expanded = Prefixes.expand(written).orElse(written);
        for (var type : census.classes().keySet()) {
            var called =
                    names.labels(type).stream().anyMatch(w -> w.text().equalsIgnoreCase(written));
            if (type.equals(expanded) || called || type.endsWith("/" + written)) return type;
        }
        var known =
                census.classes().keySet().stream()
                        .map(type -> Prefixes.shorten(type).orElse(type))
                        .toList();
        var near =
                Similarity.nearest(written, known)
                        .or(() -> Similarity.nearest("mg:" + written, known))
                        .map(meant -> "Did you mean " + meant + "?")
                        .orElse("Without classes, get_schema lists them all.");
        throw Problem.of(Problem.Kind.NOT_FOUND, "There is no class '" + written + "' in use.")
                .hint(near);
    }

    private static Described described(
            View view,
            Census census,
            Names names,
            String language,
            String type,
            boolean withProperties) {
        var everything = view.everything();
        var properties =
                !withProperties
                        ? List.<Used>of()
                        : census.propertiesOf(type).entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .map(e ->
                                        new Used(
                                                Known.of(e.getKey(), names, language),
                                                definition(names, e.getKey(), language),
                                                ranges(everything, e.getKey()),
                                                e.getValue()))
                                .toList();
        return new Described(
                Known.of(type, names, language),
                definition(names, type, language),
                census.classes().getOrDefault(type, 0),
                properties);
    }

    private static String definition(Names names, String iri, String language) {
        return names.definition(iri, language).map(Names.Word::text).orElse("");
    }

    private static List<String> ranges(Graph everything, String property) {
        return everything
                .find(NodeFactory.createURI(property), RDFS.range.asNode(), Node.ANY)
                .mapWith(t -> t.getObject())
                .filterKeep(Node::isURI)
                .mapWith(o -> Prefixes.shorten(o.getURI()).orElse(o.getURI()))
                .toList();
    }
}
