package org.modelgraph.http.mcp;

import org.apache.jena.sparql.core.Var;
import org.modelgraph.browse.Index;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.QueryParameter;
import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.graph.View;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.sparql.Parameter;
import org.modelgraph.sparql.Prefixes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers a question of the catalogue. */
record AskTool(Site site, Inquiry inquiry, Referents referents) implements Tool {
    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private record Answered(
            String id,
            String title,
            Map<String, List<String>> parameters,
            List<String> columns,
            List<Map<String, Object>> rows,
            boolean more,
            String query,
            String page,
            List<Cited> sources,
            String version) {}

    @Override
    public String name() {
        return "run_named_query";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var question = site.catalog().get(arguments.required("id"));
        var limit = arguments.number("limit", USUAL, 1, MOST);
        var offset = arguments.number("offset", 0, 0, 1_000_000);
        var language = arguments.text("language").orElseGet(exchange::language);
        var given = arguments.members("parameters");
        return inquiry.read(
                exchange,
                view -> {
                    var parameters = parameters(site.index(view), question, given);
                    var asked = Asking.of(question, parameters);
                    var page = new Asking.Page(OptionalInt.of(limit), offset);
                    return answer(
                            exchange, view, new Asking(question, asked.given(), page), language);
                });
    }

    private List<Parameter> parameters(
            Index index, SavedQuery question, Map<String, List<String>> given) {
        var parameters = new ArrayList<Parameter>();
        given.forEach((name, values) -> {
            var parameter =
                    question.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
            for (var value : values)
                parameters.add(
                        new Parameter(
                                name,
                                parameter
                                        .filter(p -> p.type() == QueryParameter.Type.IRI)
                                        .map(p -> referents.find(index, value, kind(p)))
                                        .orElse(value)));
        });
        return parameters;
    }

    private static Optional<String> kind(QueryParameter parameter) {
        return parameter
                .ofClass()
                .flatMap(Prefixes::expand)
                .flatMap(type ->
                        Arrays.stream(Kind.values())
                                .filter(k -> k.type().filter(type::equals).isPresent())
                                .findFirst())
                .map(Kind::segment);
    }

    private Answered answer(Exchange exchange, View view, Asking asking, String language) {
        var table = inquiry.answer(view, asking);
        var names = site.index(view).names();
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : asking.question().parameters())
            values.put(parameter.name(), asking.values(parameter));
        return new Answered(
                asking.question().id(),
                asking.question().title(language),
                values,
                table.columns().stream().map(Var::getVarName).toList(),
                Row.of(table.columns(), table.rows(), names, language),
                table.more(),
                asking.text().strip(),
                site.publicBase(exchange) + "/queries/" + asking.question().id(),
                Cited.of(view, names, language, Row.iris(table.columns(), table.rows())),
                view.version().toString());
    }
}
