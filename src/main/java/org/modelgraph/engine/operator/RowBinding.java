package org.modelgraph.engine.operator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A row as ARQ takes it: a term is made when it is asked for. */
public final class RowBinding extends BindingBase {
    private final int[] row;
    private final Execution run;

    /** A row of which nothing else is known. */
    public RowBinding(int[] row, Execution run) {
        this(row, run, BindingFactory.empty());
    }

    /**
     * A row.
     *
     * @param parent what was bound before; where both bind a variable, the row counts
     */
    public RowBinding(int[] row, Execution run, Binding parent) {
        super(parent);
        this.row = row;
        this.run = run;
    }

    private int number(Var variable) {
        var variables = run.variables();
        for (var i = 0; i < variables.size(); i++)
            if (variables.get(i).equals(variable)) return row[i];
        return Batch.UNBOUND;
    }

    private List<Var> variables() {
        var bound = new ArrayList<Var>();
        var variables = run.variables();
        for (var i = 0; i < variables.size(); i++)
            if (isShown(i, variables.get(i))) bound.add(variables.get(i));
        return bound;
    }

    private boolean isShown(int slot, Var variable) {
        return row[slot] != Batch.UNBOUND
                && !variable.getName().startsWith(Execution.MARK)
                && !parent.contains(variable);
    }

    @Override
    protected Iterator<Var> vars1() {
        return variables().iterator();
    }

    @Override
    protected int size1() {
        return variables().size();
    }

    @Override
    protected boolean isEmpty1() {
        var variables = run.variables();
        for (var i = 0; i < variables.size(); i++) if (isShown(i, variables.get(i))) return false;
        return true;
    }

    @Override
    protected boolean contains1(Var variable) {
        return number(variable) != Batch.UNBOUND;
    }

    @Override
    protected @Nullable Node get1(Var variable) {
        var number = number(variable);
        return number == Batch.UNBOUND ? null : run.terms().term(number);
    }

    @Override
    public Binding detach() {
        return BindingFactory.copy(this);
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return BindingFactory.copy(this);
    }
}
