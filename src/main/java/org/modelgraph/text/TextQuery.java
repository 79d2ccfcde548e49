package org.modelgraph.text;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.Symbol;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The property function {@code text:query}, in the form that Jena's own text search has: {@code
 * ?thing text:query "words"} or {@code (?thing ?score ?text ?graph ?property) text:query (property…
 * "words" limit "lang:en")}, where all of the lists but thing and words may be left out.
 */
public final class TextQuery extends PropertyFunctionEval {
    /** The IRI of the function. */
    public static final String IRI = "http://jena.apache.org/text#query";

    /** Where a query's context has the search of its store. */
    static final Symbol SEARCH = Symbol.create("https://w3id.org/modelgraph/symbol/text");

    private static final String LANGUAGE = "lang:";
    private static final String FORM =
            "Write ?thing text:query \"words\", or (?thing ?score ?text ?graph ?property)"
                    + " text:query (rdfs:label \"words\" 100 \"lang:en\").";

    /** The function; Jena makes one for each use. */
    public TextQuery() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding,
            PropFuncArg subject,
            Node predicate,
            PropFuncArg object,
            ExecutionContext execution) {
        var context = execution.getContext();
        if (!(context.get(SEARCH) instanceof TextSearch search)
                || !(context.get(View.SYMBOL) instanceof View view))
            throw Problem.of(
                            Problem.Kind.REFUSED_QUERY,
                            "Texts can be searched in queries, and not in updates.")
                    .hint("Ask for the things first, and update them by name.");
        var targets = listed(subject);
        if (targets.isEmpty() || targets.size() > 5) throw form();
        var rows = new ArrayList<Binding>();
        if (targets.getFirst().isLiteral() || targets.getFirst().isTripleTerm())
            return QueryIterPlainWrapper.create(rows.iterator(), execution);
        for (var match : search.find(view, wanted(targets.getFirst(), listed(object))))
            row(binding, targets, match).ifPresent(rows::add);
        return QueryIterPlainWrapper.create(rows.iterator(), execution);
    }

    private static List<Node> listed(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    private static Wanted wanted(Node thing, List<Node> arguments) {
        var properties = arguments.stream().takeWhile(Node::isURI).toList();
        var rest = arguments.subList(properties.size(), arguments.size());
        if (rest.isEmpty() || !isString(rest.getFirst())) throw form();
        var limit = Wanted.MOST;
        Optional<String> language = Optional.empty();
        for (var option : rest.subList(1, rest.size())) {
            if (option.isLiteral() && option.getLiteralValue() instanceof Number number)
                limit = number.intValue() < 0 ? Wanted.MOST : number.intValue();
            else if (isString(option) && option.getLiteralLexicalForm().startsWith(LANGUAGE))
                language = Optional.of(option.getLiteralLexicalForm().substring(LANGUAGE.length()));
            else throw form();
        }
        return new Wanted(
                rest.getFirst().getLiteralLexicalForm(),
                thing.isConcrete() ? Optional.of(thing) : Optional.empty(),
                Set.copyOf(properties),
                language,
                limit);
    }

    private static boolean isString(Node node) {
        return node.isLiteral() && node.getLiteralValue() instanceof String;
    }

    private static Problem form() {
        return Problem.of(Problem.Kind.REFUSED_QUERY, "The arguments of text:query do not fit.")
                .hint(FORM);
    }

    /** The row of a match; empty where a variable has another value already. */
    private static Optional<Binding> row(Binding before, List<Node> targets, Match match) {
        var values =
                Stream.of(
                                match.subject(),
                                NodeValue.makeDouble(match.score()).asNode(),
                                match.literal(),
                                match.graph().equals(Quad.defaultGraphIRI)
                                        ? NodeFactory.createURI(Quad.defaultGraphIRI.getURI())
                                        : match.graph(),
                                match.property())
                        .toList();
        var row = BindingFactory.builder(before);
        for (var i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var value = values.get(i);
            if (!target.isVariable()) {
                if (!target.equals(value)) return Optional.empty();
                continue;
            }
            var variable = Var.alloc(target);
            var bound = row.get(variable);
            if (bound == null) row.add(variable, value);
            else if (!bound.equals(value)) return Optional.empty();
        }
        return Optional.of(row.build());
    }
}
