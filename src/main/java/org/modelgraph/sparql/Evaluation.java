package org.modelgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.modelgraph.federation.Federation;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.bound.Watch;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Turns a query into an {@link Answer} over a dataset, within a time limit. */
public final class Evaluation {
    private static final Optional<Watch.Reason> END = Optional.of(Watch.Reason.END);
    private static final Set<Watch.Reason> MEMORY =
            EnumSet.of(Watch.Reason.ALLOCATION, Watch.Reason.SHORTAGE);

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
     * The same, telling of the evaluation before it begins.
     *
     * @param begun may keep the evaluation to stop it from another thread
     */
    public static Answer start(
            Query query, Target target, Duration limit, Consumer<Watch.Watched> begun) {
        var execution =
                QueryExec.newBuilder()
                        .query(query)
                        .dataset(target.dataset())
                        .context(Guard.closed(target.context().copy()))
                        .build();
        var run = new Run(execution, Watch.OF_PROCESS.begin(limit, execution::abort));
        try {
            begun.accept(run.watched());
            return WholeAnswer.of(answer(query, run), execution.getContext());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            run.close();
            Federation.requireWhole(execution.getContext());
            throw e;
        }
    }

    /** An evaluation that runs, under watch until it is closed. */
    record Run(QueryExec execution, Watch.Watched watched) implements AutoCloseable {
        @Override
        public void close() {
            watched.close();
            try {
                execution.close();
            } catch (QueryCancelledException e) {
                // closing a cancelled query may say once more that it was cancelled
            }
        }
    }

    private static Answer answer(Query query, Run run) {
        var execution = run.execution();
        if (query.isSelectType()) return new Answer.Rows(execution.select(), run);
        if (query.isAskType()) return new Answer.Truth(execution.ask(), run);
        if (query.isDescribeType()) return new Answer.Triples(execution.describeTriples(), run);
        if (query.isConstructType()) return new Answer.Triples(execution.constructTriples(), run);
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

    /**
     * The problem that a failed evaluation is, in the user's words. An evaluation that was told to
     * stop may end in any exception, as an iterator closed under its reader has no next row; so
     * whatever ends it afterwards is the stop.
     */
    public static Problem problem(Throwable failure, Duration limit) {
        return switch (failure) {
            case Problem problem -> problem;
            case RuntimeException e when Watch.lastStop().equals(END) ->
                    Problem.of(Problem.Kind.NOT_READY, "The server is stopping.").causedBy(e);
            case RuntimeException e when Watch.lastStop().filter(MEMORY::contains).isPresent() ->
                    Problem.of(
                                    Problem.Kind.REFUSED_QUERY,
                                    "The query was stopped because it needs more memory than"
                                            + " there is for one query.")
                            .hint(
                                    "Ask for less: bind more of the pattern, group by fewer things,"
                                            + " or sort less.")
                            .causedBy(e);
            case RuntimeException e
                    when e instanceof QueryCancelledException || Watch.lastIsOverdue() ->
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
