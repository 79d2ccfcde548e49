package org.modelgraph.sparql.bound;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

import java.util.Iterator;

/** The rows of a path pattern: Jena's, with {@link PathSearch} in the place of its recursion. */
public final class PathRows extends QueryIterRepeatApply {
    private final TriplePath pattern;
    private final Path path;
    private final Budget budget;

    /**
     * The rows of a pattern, for each row that comes in.
     *
     * @param pattern one whose predicate is a path or an IRI
     */
    public PathRows(TriplePath pattern, QueryIterator input, ExecutionContext context) {
        super(input, context);
        this.pattern = pattern;
        this.path = pattern.isTriple() ? new P_Link(pattern.getPredicate()) : pattern.getPath();
        this.budget = Budget.of(context.getContext());
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        return QueryIterPlainWrapper.create(rows(row), getExecContext());
    }

    private Iterator<Binding> rows(Binding row) {
        var subject = Var.lookup(row, pattern.getSubject());
        var object = Var.lookup(row, pattern.getObject());
        if (!Var.isVar(subject)) return from(row, subject, object);
        if (!Var.isVar(object))
            return extended(row, Var.alloc(subject), search().ends(path, object, false));
        var variable = Var.alloc(subject);
        var starts =
                PathStarts.of(
                        path,
                        getExecContext().getActiveGraph(),
                        Budget.signal(getExecContext().getContext()),
                        budget);
        return Iter.flatMap(
                starts.iterator(),
                start -> {
                    var begun = BindingFactory.binding(row, variable, start);
                    return from(begun, start, Var.lookup(begun, object));
                });
    }

    private Iterator<Binding> from(Binding row, Node start, Node object) {
        var ends = search().ends(path, start, true);
        return Var.isVar(object)
                ? extended(row, Var.alloc(object), ends)
                : ends.stream().filter(object::sameValueAs).map(_ -> row).iterator();
    }

    private static Iterator<Binding> extended(Binding row, Var variable, Iterable<Node> nodes) {
        return Iter.map(nodes.iterator(), node -> BindingFactory.binding(row, variable, node));
    }

    private PathSearch search() {
        var context = getExecContext();
        return new PathSearch(
                context.getActiveGraph(), Budget.signal(context.getContext()), budget);
    }
}
