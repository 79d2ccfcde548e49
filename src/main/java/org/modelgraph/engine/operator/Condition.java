package org.modelgraph.engine.operator;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/** A condition on the variable in a slot, which depends on nothing else. */
public record Condition(int slot, Var variable, Expr expression) {}
