package org.modelgraph.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.modify.request.QuadDataAcc;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateDataDelete;
import org.apache.jena.sparql.modify.request.UpdateDataInsert;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.modelgraph.problem.Problem;

import java.util.List;

/**
 * Turns an update of a default graph into the same update of another graph, as PATCH in the Graph
 * Store HTTP Protocol (§5.7) takes it.
 */
final class Retargeting {
    private final Node graph;

    private Retargeting(Node graph) {
        this.graph = graph;
    }

    static UpdateRequest onto(Node graph, UpdateRequest request) {
        var retargeting = new Retargeting(graph);
        var moved = new UpdateRequest();
        request.forEach(update -> moved.add(retargeting.moved(update)));
        return moved;
    }

    private Update moved(Update update) {
        return switch (update) {
            case UpdateDataInsert u -> new UpdateDataInsert(new QuadDataAcc(moved(u.getQuads())));
            case UpdateDataDelete u -> new UpdateDataDelete(new QuadDataAcc(moved(u.getQuads())));
            case UpdateDeleteWhere u -> new UpdateDeleteWhere(new QuadAcc(moved(u.getQuads())));
            case UpdateModify u -> moved(u);
            case UpdateDropClear u when u.isDefault() ->
                    Quad.isDefaultGraph(graph) ? u : new UpdateClear(graph);
            case UpdateDropClear u when u.isOneGraph() && graph.equals(u.getGraph()) -> u;
            default -> throw tooMuch();
        };
    }

    private static Problem tooMuch() {
        return Problem.of(
                        Problem.Kind.UNPROCESSABLE,
                        "The update does more than change the graph of the request.")
                .hint("Send it to /update.");
    }

    /**
     * USING makes the graph the default graph of the WHERE even where the graph is not there yet;
     * WITH alone would then match nothing.
     */
    private UpdateModify moved(UpdateModify update) {
        var named = update.getWithIRI();
        if (named != null && !named.equals(graph)) throw tooMuch();
        if (named != null || Quad.isDefaultGraph(graph)) return update;
        update.setWithIRI(graph);
        if (update.getUsing().isEmpty() && update.getUsingNamed().isEmpty()) update.addUsing(graph);
        return update;
    }

    private List<Quad> moved(List<Quad> quads) {
        return quads.stream()
                .map(q -> q.isDefaultGraph() ? Quad.create(graph, q.asTriple()) : q)
                .toList();
    }
}
