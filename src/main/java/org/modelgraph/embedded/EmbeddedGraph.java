package org.modelgraph.embedded;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.QueryExamples;
import org.modelgraph.federation.Federation;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DerivedGraph;
import org.modelgraph.graph.Installation;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.ShapeGuard;
import org.modelgraph.history.History;
import org.modelgraph.history.Retention;
import org.modelgraph.http.Server;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Answer;
import org.modelgraph.sparql.Evaluation;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.Terms;
import org.modelgraph.sparql.UpdateText;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store with its graph inside another program, from {@link Opening#open} to {@link #close}. Good
 * for any number of threads; one process opens a store at a time.
 *
 * <pre>{@code
 * try (var graph = EmbeddedGraph.at(Path.of("database")).open()) {
 *     for (var row : graph.select("SELECT ?s { ?s a <https://w3id.org/modelgraph/ns/Model> }"))
 *         System.out.println(row.text("s"));
 * }
 * }</pre>
 *
 * Queries and updates are read, checked and limited as by the server: SERVICE and LOAD are refused,
 * a query ends after {@link Setting#QUERY_TIMEOUT}. What is wrong is a {@link Problem}, which says
 * what, where and what would help.
 */
public final class EmbeddedGraph implements AutoCloseable {
    private final Settings settings;
    private final KnowledgeGraph store;
    private final Optional<Server> server;

    EmbeddedGraph(Settings settings, boolean serves) {
        this.settings = settings;
        store = KnowledgeGraph.open(settings.database(), settings.defaultGraph());
        try {
            server = serves ? Optional.of(serve()) : Optional.empty();
            if (!serves) prepare();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** A store in a directory, which is made where it is missing; not open yet. */
    public static Opening at(Path directory) {
        return new Opening(directory);
    }

    private Catalog install() {
        var catalog = Catalog.read(settings.queries());
        if (!settings.empty())
            Installation.of(settings.ontology(), QueryExamples.of(catalog), store);
        return catalog;
    }

    private void prepare() {
        install();
        store.enlist(new DerivedGraph());
        store.enlist(new ShapeGuard(settings.validation()));
    }

    private Server serve() {
        var history =
                History.of(store, new Retention(settings.historyAge(), settings.historyBytes()));
        return Server.start(settings, store, history, install());
    }

    /** The address of the endpoint, without a slash at its end; empty where none is served. */
    public Optional<URI> address() {
        return server.map(s -> URI.create("http://" + settings.host() + ":" + s.port()));
    }

    /**
     * The rows of a SELECT, all of them in memory.
     *
     * @throws Problem where it can't be read, is no SELECT, is refused or takes too long
     */
    public List<Row> select(String query) {
        return answer(
                query,
                answer -> {
                    if (!(answer instanceof Answer.Rows rows)) throw otherForm("SELECT");
                    var found = new ArrayList<Row>();
                    rows.rows()
                            .forEachRemaining(binding -> {
                                var terms = new HashMap<String, org.apache.jena.graph.Node>();
                                binding.forEach(
                                        (variable, term) -> terms.put(variable.getVarName(), term));
                                found.add(new Row(terms));
                            });
                    return List.copyOf(found);
                });
    }

    /**
     * The answer to an ASK.
     *
     * @throws Problem as {@link #select} does
     */
    public boolean ask(String query) {
        return answer(
                query,
                answer -> {
                    if (answer instanceof Answer.Truth truth) return truth.value();
                    throw otherForm("ASK");
                });
    }

    /**
     * The triples of a CONSTRUCT or DESCRIBE, in memory.
     *
     * @throws Problem as {@link #select} does
     */
    public Graph construct(String query) {
        return answer(
                query,
                answer -> {
                    if (!(answer instanceof Answer.Triples triples))
                        throw otherForm("CONSTRUCT or DESCRIBE");
                    var graph = GraphFactory.createDefaultGraph();
                    triples.triples().forEachRemaining(graph::add);
                    return graph;
                });
    }

    private static Problem otherForm(String form) {
        return Problem.of(Problem.Kind.BAD_REQUEST, "The query is no " + form + ".")
                .hint("select, ask and construct take one form each.");
    }

    private <T> T answer(String text, Function<Answer, T> reading) {
        var query = new QueryReader(Terms.NONE).read(text).query();
        Guard.check(query);
        var limit = settings.queryTimeout();
        return store.read(view -> {
            try (var answer = Evaluation.start(query, view.target(query), limit)) {
                return reading.apply(answer);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw Evaluation.problem(e, limit);
            }
        });
    }

    /**
     * Commits a SPARQL update, with what follows from it; if anything is refused, nothing happens.
     *
     * @return the version of the store after it
     * @throws Problem where it can't be read, is refused, breaks the shapes or takes too long
     */
    public String update(String update) {
        var read = UpdateText.of(List.of(), SparqlRequest.UPDATE_TYPE, update, Federation.NONE);
        var limit = settings.queryTimeout();
        return store.write(Attribution.PROGRAM, overlay -> read.execute(overlay, limit)).toString();
    }

    /** Ends what runs, stops the endpoint, and gives the store back. */
    @Override
    public void close() {
        server.ifPresent(Server::close);
        store.close();
    }
}
