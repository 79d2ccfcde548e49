package org.modelgraph.http.reconcile;

import com.fasterxml.jackson.databind.JsonNode;

import org.modelgraph.browse.Names;
import org.modelgraph.graph.View;
import org.modelgraph.http.Counting;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.problem.Problem;
import org.modelgraph.reconcile.Reconciler;
import org.modelgraph.sparql.Parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Reconciliation Service API 0.2, and what clients of 0.1 need beside: {@code /reconcile} in
 * the language of the request, {@code /reconcile/en} and {@code /reconcile/zh} in one of their own.
 */
public final class ReconcileEndpoint implements Endpoint {
    private static final int MOST_QUERIES = 1000;
    private static final int USUAL_PROPOSALS = 50;

    private final Site site;
    private final Inquiry inquiry;
    private final Register register;
    private final Counting counting;

    /** An endpoint over a site. */
    public ReconcileEndpoint(Site site, Inquiry inquiry, Register register, Counting counting) {
        this.site = site;
        this.inquiry = inquiry;
        this.register = register;
        this.counting = counting;
    }

    @Override
    public void open(Routing routing) {
        open(routing, "/reconcile", Exchange::language);
        for (var language : List.of("en", "zh"))
            open(routing, "/reconcile/" + language, _ -> language);
    }

    private void open(Routing routing, String path, Function<Exchange, String> language) {
        routing.get(path, e -> answer(e, e.parameters(), path, language.apply(e)));
        routing.post(path, e -> answer(e, form(e), path, language.apply(e)));
        for (var what : Suggested.values()) {
            routing.get(path + "/suggest/" + what.word(), e -> suggest(e, what, language.apply(e)));
            routing.get(path + "/flyout/" + what.word(), e -> flyout(e, language.apply(e)));
        }
        routing.get(path + "/properties", e -> propose(e, language.apply(e)));
        routing.get(path + "/preview", e -> preview(e, language.apply(e)));
    }

    /** What can be suggested. */
    private enum Suggested {
        ENTITY,
        TYPE,
        PROPERTY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static List<Parameter> form(Exchange exchange) {
        var type = exchange.contentType().toLowerCase(java.util.Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded"))
            throw Problem.of(
                            Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
                            "Queries come as a form with the parameter queries or extend.")
                    .hint("Send Content-Type: application/x-www-form-urlencoded.");
        return Parameter.parse(exchange.text());
    }

    private static Optional<String> value(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name) && !p.value().isBlank())
                .map(Parameter::value)
                .findFirst();
    }

    private void answer(
            Exchange exchange, List<Parameter> parameters, String path, String language) {
        var queries = value(parameters, "queries");
        var query = value(parameters, "query");
        var extend = value(parameters, "extend");
        if (queries.isPresent()) {
            var batch = Asked.object("queries", queries.get());
            Reply.send(exchange, inquiry.read(exchange, view -> match(view, batch, language)));
        } else if (extend.isPresent()) {
            var asked = Asked.object("extend", extend.get());
            Reply.send(exchange, inquiry.read(exchange, view -> extend(view, asked, language)));
        } else if (query.isPresent()) {
            var one = single(query.get(), parameters);
            Reply.send(
                    exchange,
                    inquiry.read(
                            exchange,
                            view -> match(view, one, language).getOrDefault("query", Map.of())));
        } else {
            Reply.send(exchange, site.read(view -> manifest(exchange, view, path, language)));
        }
    }

    /** One query alone, as 0.1 has it: a name, or an object. */
    private static JsonNode single(String query, List<Parameter> parameters) {
        var batch = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        if (query.strip().startsWith("{")) {
            batch.set("query", Asked.object("query", query));
            return batch;
        }
        var one = batch.putObject("query").put("query", query);
        value(parameters, "type").ifPresent(t -> one.put("type", t));
        value(parameters, "limit")
                .filter(l -> l.matches("\\d{1,6}"))
                .ifPresent(l -> one.put("limit", Integer.parseInt(l)));
        return batch;
    }

    private Map<String, Object> match(View view, JsonNode batch, String language) {
        if (batch.size() > MOST_QUERIES)
            throw Asked.wrong("A batch has at most " + MOST_QUERIES + " queries.");
        var held = register.of(view);
        var reconciler = new Reconciler(held.names(), view.everything());
        var candidates = new Candidates(site.index(view).names(), held.types(), language);
        var results = new LinkedHashMap<String, Object>();
        batch.properties()
                .forEach(e ->
                        results.put(
                                e.getKey(),
                                candidates.result(
                                        Asked.query(e.getKey(), e.getValue(), held.types())
                                                .map(reconciler::match)
                                                .orElse(List.of()))));
        return results;
    }

    private Map<String, Object> extend(View view, JsonNode asked, String language) {
        return new Extension(view.everything(), site.index(view).names(), language).answer(asked);
    }

    private Map<String, Object> manifest(
            Exchange exchange, View view, String path, String language) {
        var base = site.publicBase(exchange);
        var names = site.index(view).names();
        return Manifest.of(base, path, register.of(view).types(), names, language);
    }

    private Proposals proposals(View view, String language) {
        return new Proposals(
                site.index(view), counting.of(view), register.of(view).types(), language);
    }

    private void suggest(Exchange exchange, Suggested what, String language) {
        var prefix = exchange.required("prefix", "For example ?prefix=halluc");
        var from = number(exchange, "cursor", 0, 100_000);
        Reply.send(
                exchange,
                site.read(view -> {
                    var proposals = proposals(view, language);
                    return switch (what) {
                        case ENTITY -> proposals.things(prefix, from);
                        case TYPE -> proposals.classes(prefix, from);
                        case PROPERTY -> proposals.properties(prefix, from);
                    };
                }));
    }

    private void propose(Exchange exchange, String language) {
        var type = exchange.required("type", "For example ?type=mg:Model");
        var limit = number(exchange, "limit", USUAL_PROPOSALS, 500);
        Reply.send(
                exchange, site.read(view -> proposals(view, language).propertiesOf(type, limit)));
    }

    private static int number(Exchange exchange, String name, int usual, int most) {
        return exchange.parameter(name)
                .map(text -> text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1)
                .map(n -> {
                    if (n < 0) throw Asked.wrong("The parameter " + name + " is no whole number.");
                    return n == 0 ? usual : Math.min(most, n);
                })
                .orElse(usual);
    }

    private void flyout(Exchange exchange, String language) {
        var id = exchange.required("id", "For example ?id=model/gpt-4");
        var names = site.index().names();
        Reply.send(exchange, Map.of("id", id, "html", Flyout.html(names, id, language)));
    }

    private void preview(Exchange exchange, String language) {
        var iri = Identifier.iri(exchange.required("id", "For example ?id=model/gpt-4"));
        Names names = site.index().names();
        if (!names.knows(iri))
            throw Problem.of(Problem.Kind.NOT_FOUND, "Nothing in the graph is called " + iri + ".")
                    .hint("Ids are those that the service gives, such as model/gpt-4.");
        exchange.contentPolicy(Flyout.POLICY);
        exchange.page(200, Flyout.page(site.addresses(exchange), names, iri, language));
    }
}
