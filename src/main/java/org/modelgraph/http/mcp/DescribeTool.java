package org.modelgraph.http.mcp;

import org.modelgraph.browse.Describer;
import org.modelgraph.browse.Description;
import org.modelgraph.browse.Incoming;
import org.modelgraph.browse.Property;
import org.modelgraph.browse.Statement;
import org.modelgraph.browse.Thing;
import org.modelgraph.graph.Iris;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/** Tells what the graph says of a thing, who says it, and what points at it. */
record DescribeTool(Site site, Referents referents) implements Tool {
    private static final int MOST_VALUES = 40;
    private static final String ABOUT = Iris.term("about").getURI();

    private record Stated(Object value, List<String> graphs) {}

    private record Said(Known property, List<Stated> values, int total) {}

    private record Pointing(Known property, List<Known> subjects, long total) {}

    private record Described(
            Known thing,
            List<Known> types,
            String definition,
            String page,
            List<Said> statements,
            List<Pointing> incoming,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "describe_entity";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var written = arguments.required("entity");
        var language = arguments.text("language").orElseGet(exchange::language);
        var addresses = site.addresses(exchange);
        return site.read(view -> {
            var index = site.index(view);
            var iri = referents.find(index, written, arguments.text("kind"));
            var description =
                    new Describer(view, index.names(), language)
                            .describe(iri, Describer.Place.START)
                            .orElseThrow(() -> silent(iri));
            return new Described(
                    Known.of(description.thing()),
                    description.types().stream().map(Known::of).toList(),
                    description.definition(),
                    addresses.whole(addresses.page(iri)),
                    description.properties().stream().map(DescribeTool::said).toList(),
                    description.incoming().stream().map(DescribeTool::pointing).toList(),
                    Cited.of(view, index.names(), language, cited(description)),
                    view.version().toString());
        });
    }

    private static Problem silent(String iri) {
        return Problem.of(Problem.Kind.NOT_FOUND, "The graph says nothing of <" + iri + ">.")
                .hint("Look for it by name with search_entities.");
    }

    /** The thing itself, and the claims about it that are shown. */
    private static List<String> cited(Description description) {
        var iris = new ArrayList<String>();
        iris.add(description.thing().iri());
        description.incoming().stream()
                .filter(i -> i.property().iri().equals(ABOUT))
                .flatMap(i -> i.subjects().stream())
                .map(Thing::iri)
                .forEach(iris::add);
        return iris;
    }

    private static Said said(Property property) {
        return new Said(
                Known.of(property.property()),
                property.statements().stream()
                        .limit(MOST_VALUES)
                        .map(DescribeTool::stated)
                        .toList(),
                property.statements().size());
    }

    private static Stated stated(Statement statement) {
        return new Stated(
                Known.of(statement.value()), statement.graphs().stream().map(Thing::iri).toList());
    }

    private static Pointing pointing(Incoming incoming) {
        return new Pointing(
                Known.of(incoming.property()),
                incoming.subjects().stream().map(Known::of).toList(),
                incoming.total());
    }
}
