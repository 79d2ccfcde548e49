package org.modelgraph.federation;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pattern of a SERVICE clause as another server sees it: under the names of variables that the
 * query had for it, without those that ARQ gave them to keep scopes apart.
 */
final class RemotePattern {
    private final Op pattern;

    /** The visible variables by the names that the other server knows. */
    private final Map<Var, Var> names = new LinkedHashMap<>();

    private final Var number;

    RemotePattern(Op op) {
        pattern = Rename.reverseVarRename(op, true);
        for (var variable : OpVars.visibleVars(op))
            if (variable.isNamedVar()) names.put((Var) Rename.reverseVarRename(variable), variable);
        var free = Var.alloc("row");
        while (OpVars.mentionedVars(pattern).contains(free))
            free = Var.alloc(free.getVarName() + "_");
        number = free;
    }

    /**
     * A query for some rows.
     *
     * @param text in SPARQL 1.1
     * @param number the variable that says which group of rows an answer belongs to, if the rows
     *     bind something that the pattern mentions
     * @param groups the places of the rows that bind the same, by number
     */
    record Request(String text, Optional<Var> number, List<List<Integer>> groups) {}

    /** Our name of a variable of the other server's. */
    Optional<Var> ours(Var theirs) {
        return Optional.ofNullable(names.get(theirs));
    }

    /**
     * The query that finds what goes with some rows: what they bind stands beside the pattern as
     * VALUES, so it narrows the answer and means the same (SPARQL 1.1 Federated Query §2.4).
     */
    Request request(List<Binding> rows) {
        var groups = new LinkedHashMap<Binding, List<Integer>>();
        for (var i = 0; i < rows.size(); i++)
            groups.computeIfAbsent(sent(rows.get(i)), _ -> new ArrayList<>()).add(i);
        var places = List.copyOf(groups.values());
        if (groups.keySet().stream().allMatch(Binding::isEmpty))
            return new Request(
                    text(pattern, List.copyOf(names.keySet())), Optional.empty(), places);
        var table = new TableN();
        for (var binding : groups.keySet()) {
            var row = Binding.builder(binding);
            row.add(number, NodeValue.makeInteger(table.size()).asNode());
            table.addBinding(row.build());
        }
        var shown = new ArrayList<>(names.keySet());
        shown.add(number);
        var joined = OpJoin.create(OpTable.create(table), pattern);
        return new Request(text(joined, shown), Optional.of(number), places);
    }

    private static String text(Op op, List<Var> shown) {
        Query query = OpAsQuery.asQuery(shown.isEmpty() ? op : new OpProject(op, shown));
        return query.toString();
    }

    /** What of a row the other server can make use of: no blank nodes, which are ours alone. */
    private Binding sent(Binding row) {
        var sent = Binding.builder();
        names.forEach((theirs, ours) -> {
            if (isSent(row, ours)) sent.add(theirs, row.get(ours));
        });
        return sent.build();
    }

    /** True of a variable of a row whose value is told to the other server. */
    static boolean isSent(Binding row, Var ours) {
        if (!row.contains(ours)) return false;
        var value = row.get(ours);
        return value.isURI() || value.isLiteral();
    }
}
