package org.modelgraph.sparql.function;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggregateRegistry;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;
import org.modelgraph.sparql.Prefixes;

import java.util.Arrays;
import java.util.List;

/**
 * The aggregates {@code powerLaw(x, y, at)}, {@code powerLawLow(x, y, at)}, {@code powerLawHigh(x,
 * y, at)} and {@code powerLawExponent(x, y)}: what a power law through the solutions of a group
 * predicts, the ends of its prediction interval of 95 %, and its exponent. As for every aggregate
 * of SPARQL 1.1 (§11.2), one value that is no number leaves the whole group without an answer; so
 * do fewer than three observations.
 */
final class PowerLawAggregate implements Accumulator {
    /** Where the functions' IRIs begin. */
    static final String NAMESPACE = Prefixes.BASE + "function/";

    /** What is asked of the law. */
    private enum Asked {
        powerLaw(3) {
            @Override
            double answer(PowerLaw law, double at) {
                return law.at(at);
            }
        },
        powerLawLow(3) {
            @Override
            double answer(PowerLaw law, double at) {
                return law.lowAt(at);
            }
        },
        powerLawHigh(3) {
            @Override
            double answer(PowerLaw law, double at) {
                return law.highAt(at);
            }
        },
        powerLawExponent(2) {
            @Override
            double answer(PowerLaw law, double at) {
                return law.exponent();
            }
        };

        private final int arguments;

        Asked(int arguments) {
            this.arguments = arguments;
        }

        abstract double answer(PowerLaw law, double at);
    }

    private final Asked asked;
    private final ExprList arguments;
    private final PowerLaw.Observations observations = new PowerLaw.Observations();
    private double at = Double.NaN;
    private boolean failed;

    private PowerLawAggregate(Asked asked, ExprList arguments) {
        this.asked = asked;
        this.arguments = arguments;
    }

    /** The IRIs of the aggregates. */
    static List<String> names() {
        return Arrays.stream(Asked.values()).map(asked -> NAMESPACE + asked.name()).toList();
    }

    static void register() {
        for (var asked : Asked.values())
            AggregateRegistry.register(
                    NAMESPACE + asked.name(),
                    (aggregate, _) -> new PowerLawAggregate(asked, aggregate.getExprList()),
                    null);
    }

    @Override
    public void accumulate(Binding binding, FunctionEnv environment) {
        if (failed) return;
        try {
            if (arguments.size() != asked.arguments)
                throw new ExprEvalException(asked + " takes " + asked.arguments + " arguments");
            var x = number(arguments.get(0), binding, environment);
            observations.add(x, number(arguments.get(1), binding, environment));
            if (asked.arguments == 3) at = number(arguments.get(2), binding, environment);
        } catch (ExprEvalException | IllegalArgumentException e) {
            failed = true;
        }
    }

    private static double number(Expr expression, Binding binding, FunctionEnv environment) {
        var value = expression.eval(binding, environment);
        if (!value.isNumber()) throw new ExprEvalException(value + " is no number");
        return value.getDouble();
    }

    @Override
    public @Nullable NodeValue getValue() {
        if (failed) return null;
        return observations
                .fit()
                .map(law -> NodeValue.makeDouble(asked.answer(law, at)))
                .orElse(null);
    }
}
