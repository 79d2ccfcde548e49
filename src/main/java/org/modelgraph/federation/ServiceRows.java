package org.modelgraph.federation;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows joined with what other servers say of them: some rows go with each call, few with the first
 * and more with later ones, so that a query with a small LIMIT calls for little.
 */
final class ServiceRows extends QueryIter1 {
    private static final int FIRST = 10;
    private static final int GROWTH = 4;

    private final OpService service;
    private final boolean optional;
    private final Remotes remotes;
    private final RemotePattern pattern;
    private Iterator<Binding> found = Collections.emptyIterator();
    private int size = FIRST;

    /**
     * The join of rows with a SERVICE clause.
     *
     * @param optional true where a row that nothing goes with stays as it is
     */
    ServiceRows(
            OpService service,
            boolean optional,
            QueryIterator input,
            Remotes remotes,
            ExecutionContext context) {
        super(input, context);
        this.service = service;
        this.optional = optional;
        this.remotes = remotes;
        this.pattern = new RemotePattern(service.getSubOp());
    }

    @Override
    protected boolean hasNextBinding() {
        try {
            return advance();
        } catch (Problem problem) {
            throw remotes.ending(problem);
        }
    }

    private boolean advance() {
        while (!found.hasNext()) {
            if (!getInput().hasNext()) return false;
            var rows = new ArrayList<Binding>();
            while (rows.size() < size && getInput().hasNext()) rows.add(getInput().next());
            size = Math.min(size * GROWTH, remotes.quota().rows());
            found = extended(rows);
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        return found.next();
    }

    /** The rows of a batch, with what the server of each says of it. */
    private Iterator<Binding> extended(List<Binding> rows) {
        if (!(service.getService() instanceof Var target))
            return extended(service.getService(), rows);
        var byServer = new LinkedHashMap<Node, List<Binding>>();
        for (var row : rows)
            byServer.computeIfAbsent(
                            row.contains(target) ? row.get(target) : target, _ -> new ArrayList<>())
                    .add(row);
        return Iter.flatMap(
                byServer.entrySet().iterator(), e -> extended(e.getKey(), e.getValue()));
    }

    private Iterator<Binding> extended(Node server, List<Binding> rows) {
        remotes.requireAllowed(server);
        var request = pattern.request(rows);
        try {
            return remotes.ask(server.getURI(), request.text(), new Joined(rows, request)::with);
        } catch (RemoteFailure e) {
            if (service.getSilent() && !e.isRefused()) return rows.iterator();
            throw Federation.problem(server.getURI(), e);
        }
    }

    /** Some rows and the query that was sent for them. */
    private final class Joined {
        private final List<Binding> rows;
        private final RemotePattern.Request request;
        private final BitSet matched = new BitSet();

        Joined(List<Binding> rows, RemotePattern.Request request) {
            this.rows = rows;
            this.request = request;
        }

        Iterator<Binding> with(List<Binding> answers) {
            var groups = answers.stream().map(this::group).toList();
            var joined =
                    Stream.iterate(0, i -> i < answers.size(), i -> i + 1)
                            .flatMap(i ->
                                    groups.get(i).stream()
                                            .flatMap(place ->
                                                    merged(place, answers.get(i)).stream()));
            if (!optional) return joined.iterator();
            return Stream.concat(joined, Stream.of(rows).flatMap(_ -> unmatched())).iterator();
        }

        private Stream<Binding> unmatched() {
            return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                    .filter(i -> !matched.get(i))
                    .map(rows::get);
        }

        /** The places of the rows that an answer is for. */
        private List<Integer> group(Binding answer) {
            if (request.number().isEmpty()) return request.groups().getFirst();
            var number = request.number().get();
            try {
                var value = answer.contains(number) ? answer.get(number).getLiteralValue() : -1;
                return request.groups().get(((Number) value).intValue());
            } catch (RuntimeException e) {
                throw RemoteFailure.of("it answers for rows that were not sent");
            }
        }

        private Optional<Binding> merged(int place, Binding answer) {
            var row = rows.get(place);
            var merged = Binding.builder(row);
            for (var variables = answer.vars(); variables.hasNext(); ) {
                var theirs = variables.next();
                var ours = pattern.ours(theirs);
                if (ours.isEmpty()) continue;
                if (!row.contains(ours.get())) merged.add(ours.get(), answer.get(theirs));
                else if (!RemotePattern.isSent(row, ours.get())
                        && !row.get(ours.get()).equals(answer.get(theirs))) return Optional.empty();
            }
            matched.set(place);
            return Optional.of(merged.build());
        }
    }

    @Override
    protected void requestSubCancel() {
        // a call that is under way looks at the signal of the execution
    }

    @Override
    protected void closeSubIterator() {
        found = Collections.emptyIterator();
    }
}
