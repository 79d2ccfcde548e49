package org.modelgraph.sparql;

import static org.modelgraph.problem.Problem.Kind.BAD_REQUEST;
import static org.modelgraph.problem.Problem.Kind.REFUSED_QUERY;
import static org.modelgraph.problem.Problem.Kind.UNPROCESSABLE;
import static org.modelgraph.problem.Problem.Kind.UNSUPPORTED_MEDIA_TYPE;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.jspecify.annotations.Nullable;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.bound.BoundedExecutor;
import org.modelgraph.sparql.bound.Watch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A SPARQL update, read by the rules of the SPARQL 1.1 Protocol (§2.2) and checked. */
public final class UpdateText {
    private final UpdateRequest request;
    private final Federation federation;

    private UpdateText(UpdateRequest request, Federation federation) {
        this.request = request;
        this.federation = federation;
    }

    /**
     * Reads an update request.
     *
     * @param url the parameters of the URL
     * @param contentType the Content-Type header, empty if absent
     * @param body the body
     * @param federation the servers that it may call and load from
     * @throws Problem where the protocol forbids what was sent, the update can't be read, or it
     *     asks for something that this server does not do
     */
    public static UpdateText of(
            List<Parameter> url, String contentType, String body, Federation federation) {
        var parameters = new SparqlRequest.Parameters();
        parameters.addAll(url);
        switch (contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case SparqlRequest.FORM_TYPE -> parameters.addAll(Parameter.parse(body));
            case SparqlRequest.UPDATE_TYPE -> parameters.add(new Parameter("update", body));
            default ->
                    throw Problem.of(
                                    UNSUPPORTED_MEDIA_TYPE,
                                    "An update can't be sent as '" + contentType + "'.")
                            .hint(
                                    "Send "
                                            + SparqlRequest.FORM_TYPE
                                            + " with a field update, or "
                                            + SparqlRequest.UPDATE_TYPE
                                            + " with the update as the body.");
        }
        if (!parameters.has("update"))
            throw Problem.of(BAD_REQUEST, "There is no update in the request.")
                    .hint("Send it as the field update.");
        var request = parse(parameters.one("update"));
        request.forEach(update -> withDataset(update, parameters));
        var update = new UpdateText(request, federation);
        request.forEach(update::check);
        return update;
    }

    /**
     * Reads an update whose default graph is to be a certain graph; it calls no other server.
     *
     * @throws Problem where it can't be read, or asks for something that this server does not do,
     *     or for more than changing one graph
     */
    public static UpdateText onto(Node graph, String text) {
        var request = parse(text);
        var asked = new UpdateText(request, Federation.NONE);
        request.forEach(asked::check);
        return new UpdateText(Retargeting.onto(graph, request), Federation.NONE);
    }

    private static UpdateRequest parse(String text) {
        Complexity.UPDATE.require(text);
        try {
            return UpdateFactory.create(text, Prefixes.BASE, Syntax.syntaxSPARQL_12);
        } catch (QueryException e) {
            throw SyntaxProblem.of(text, e, Terms.NONE);
        }
    }

    private static void withDataset(Update update, SparqlRequest.Parameters parameters) {
        var using = parameters.all("using-graph-uri");
        var named = parameters.all("using-named-graph-uri");
        if ((using.isEmpty() && named.isEmpty()) || !(update instanceof UpdateModify modify))
            return;
        if (modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty())
            throw Problem.of(
                            BAD_REQUEST,
                            "The update names its graphs with USING or WITH, and the request does"
                                    + " so too.")
                    .hint("Leave one of them out (SPARQL 1.1 Protocol §2.2.3).");
        using.forEach(iri -> modify.addUsing(NodeFactory.createURI(iri)));
        named.forEach(iri -> modify.addUsingNamed(NodeFactory.createURI(iri)));
    }

    private void check(Update update) {
        if (update instanceof UpdateLoad load && !load.getSilent()) requireLoadable(load);
        if (update instanceof UpdateModify modify)
            Guard.checkUpdate(Algebra.compile(modify.getWherePattern()), federation);
    }

    private void requireLoadable(UpdateLoad load) {
        if (!federation.isOpen())
            throw Problem.of(
                            REFUSED_QUERY,
                            "LOAD is not available here: this server does not fetch from other"
                                    + " servers.")
                    .hint("Send the data itself to /graphs.");
        if (!federation.isAllowed(load.getSource()))
            throw Problem.of(
                            REFUSED_QUERY,
                            "<" + load.getSource() + "> is not on a server that is loaded from.")
                    .hint("/limits lists those that are; or send the data itself to /graphs.");
    }

    /** The operations that load documents, in their order. */
    public List<UpdateLoad> loads() {
        return request.getOperations().stream()
                .filter(UpdateLoad.class::isInstance)
                .map(UpdateLoad.class::cast)
                .toList();
    }

    /** The same for an update without LOAD. */
    public void execute(DatasetGraph dataset, Duration limit) {
        execute(dataset, limit, List.of());
    }

    /** What becomes of an update, where nothing is loaded, otherwise than its writer may think. */
    public List<String> warnings() {
        return loads().isEmpty()
                ? List.of()
                : List.of("LOAD is not available here; LOAD SILENT was passed over.");
    }

    /** The update as it was understood, without what is passed over, for another store. */
    public String text() {
        var handed = new UpdateRequest();
        request.forEach(operation -> {
            if (!(operation instanceof UpdateLoad)) handed.add(operation);
        });
        return handed.toString();
    }

    /**
     * Executes the update on a dataset.
     *
     * <p>Every operation runs by itself with the time that is left: Jena 6.0.0 takes the time for
     * used up as soon as a request comes to its second WHERE.
     *
     * @param limit how long it may take
     * @param loaded what the operations that load documents have loaded, in their order; empty
     *     where one is passed over, as SILENT allows (SPARQL 1.1 Update §3.1.4)
     * @throws Problem where it took longer, or an operation has nothing to work on
     */
    public void execute(DatasetGraph dataset, Duration limit, List<Optional<Graph>> loaded) {
        var end = System.nanoTime() + limit.toNanos();
        var documents = loaded.iterator();
        try {
            for (var operation : request) {
                if (operation instanceof UpdateLoad load) {
                    if (documents.hasNext())
                        documents.next().ifPresent(g -> add(g, dataset, load.getDest()));
                    continue;
                }
                var left = end - System.nanoTime();
                if (left <= 0) throw new QueryCancelledException();
                var context = context();
                var execution =
                        UpdateExecDatasetBuilder.create()
                                .update(new UpdateRequest().add(operation))
                                .dataset(dataset)
                                .context(context)
                                .timeout(Math.max(1, left / 1_000_000), TimeUnit.MILLISECONDS)
                                .build();
                try (var _ =
                        Watch.OF_PROCESS.begin(
                                Duration.ofNanos(Math.max(1, left)), execution::abort)) {
                    execution.execute();
                } finally {
                    Federation.requireWhole(context);
                }
            }
        } catch (UpdateException e) {
            throw Problem.of(
                            UNPROCESSABLE,
                            "The update can't be carried out: "
                                    + Objects.requireNonNullElse(e.getMessage(), "no reason given"))
                    .hint("With SILENT such an operation is passed over.")
                    .causedBy(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw Evaluation.problem(e, limit);
        }
    }

    private static void add(Graph triples, DatasetGraph dataset, @Nullable Node target) {
        var graph = target == null ? Quad.defaultGraphNodeGenerated : target;
        triples.find().forEachRemaining(t -> dataset.add(Quad.create(graph, t)));
    }

    private Context context() {
        var context = new Context();
        context.set(Federation.SYMBOL, federation);
        Guard.closed(context);
        QC.setFactory(context, BoundedExecutor::new);
        return context;
    }
}
