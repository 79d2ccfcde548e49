package org.modelgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Turns a query into an {@link Answer} over a dataset, within a time limit. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * The dataset that a query runs on, and the settings of Jena that belong to it.
     *
     * @param dataset the quads, inside a read transaction
     * @param context what the engine must know of the dataset, such as its default graph
     */
    public record Target(DatasetGraph dataset, Context context) {}

    /**
     * Starts to evaluate a query that passed the {@link Guard}.
     *
     * @param limit how long the whole evaluation may take, reading the answer included
     */
    public static Answer start(Query query, Target target, Duration limit) {
        return start(query, target, limit, _ -> {});
    }

    /**
     * The same, telling of the execution before it begins.
     *
     * @param begun may keep the execution to abort it from another thread
     */
    public static Answer start(
            Query query, Target target, Duration limit, Consumer<QueryExec> begun) {
        var execution =
                QueryExec.newBuilder()
                        .query(query)
                        .dataset(target.dataset())
                        .context(Guard.closed(target.context().copy()))
                        .overallTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .build();
        try {
            begun.accept(execution);
            return answer(query, execution);
        } catch (RuntimeException e) {
            execution.close();
            throw e;
        }
    }

    private static Answer answer(Query query, QueryExec execution) {
        if (query.isSelectType()) return new Answer.Rows(execution.select(), execution);
        if (query.isAskType()) return new Answer.Truth(execution.ask(), execution);
        if (query.isDescribeType())
            return new Answer.Triples(execution.describeTriples(), execution);
        if (query.isConstructType())
            return new Answer.Triples(execution.constructTriples(), execution);
        throw Problem.of(
                Problem.Kind.REFUSED_QUERY,
                "Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered here.");
    }

    /**
     * The query with the dataset of the protocol in the place of its own, as SPARQL 1.1 Protocol
     * §2.1.4 wants it.
     */
    public static Query withDataset(
            Query query, List<String> defaultGraphs, List<String> namedGraphs) {
        if (defaultGraphs.isEmpty() && namedGraphs.isEmpty()) return query;
        var description = DatasetDescription.create(defaultGraphs, namedGraphs);
        var copy = query.cloneQuery();
        copy.getGraphURIs().clear();
        copy.getNamedGraphURIs().clear();
        description.getDefaultGraphURIs().forEach(copy::addGraphURI);
        description.getNamedGraphURIs().forEach(copy::addNamedGraphURI);
        return copy;
    }

    /** The problem that a failed evaluation is, in the user's words. */
    public static Problem problem(Throwable failure, Duration limit) {
        return switch (failure) {
            case Problem problem -> problem;
            case QueryCancelledException e ->
                    Problem.of(
                                    Problem.Kind.TIMEOUT,
                                    "The query was stopped after " + spoken(limit) + ".")
                            .hint(
                                    "Ask for less: add a LIMIT, bind more of the pattern, or raise"
                                            + " timeout= within the server's limit.")
                            .causedBy(e);
            case StackOverflowError e ->
                    Problem.of(
                                    Problem.Kind.REFUSED_QUERY,
                                    "The query is nested too deeply to be answered.")
                            .causedBy(e);
            default ->
                    Problem.of(Problem.Kind.INTERNAL, "The query failed on the server.")
                            .causedBy(failure);
        };
    }

    private static String spoken(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
