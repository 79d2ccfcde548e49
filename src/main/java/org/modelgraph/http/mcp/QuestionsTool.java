package org.modelgraph.http.mcp;

import org.modelgraph.catalog.SavedQuery;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.problem.Problem;

import java.util.List;

/** Lists the questions of the catalogue. */
record QuestionsTool(Site site) implements Tool {
    private record Listed(
            List<AskedFor> queries, List<String> topics, List<Cited> sources, String catalog) {}

    @Override
    public String name() {
        return "list_queries";
    }

    @Override
    public Object call(Exchange exchange, Arguments arguments) {
        var language = arguments.text("language").orElseGet(exchange::language);
        var topic = arguments.text("topic");
        var all = site.catalog().queries();
        var topics = all.stream().map(SavedQuery::topic).distinct().toList();
        if (topic.isPresent() && !topics.contains(topic.get()))
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no topic '" + topic.get() + "'.")
                    .hint("The topics are " + String.join(", ", topics) + ".");
        var base = site.publicBase(exchange);
        var chosen =
                all.stream()
                        .filter(q -> topic.isEmpty() || q.topic().equals(topic.get()))
                        .map(q -> AskedFor.of(q, language, base, false))
                        .toList();
        return new Listed(chosen, topics, List.of(), base + "/queries");
    }
}
