package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.modelgraph.browse.Labels;
import org.modelgraph.browse.StatementAddress;
import org.modelgraph.graph.Explanation;
import org.modelgraph.graph.Iris;
import org.modelgraph.graph.View;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Negotiation;
import org.modelgraph.sparql.Prefixes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /derivation?s=IRI&p=IRI&o=TERM}: why a derived statement holds, as JSON or as a page: the
 * rules that conclude it, the statements from which they do, and the passages behind these.
 */
final class DerivationEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;

    DerivationEndpoint(Site site) {
        this.site = site;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/derivation", this::explain);
    }

    private void explain(Exchange exchange) {
        var triple = Triple.create(term(exchange, "s"), term(exchange, "p"), term(exchange, "o"));
        if (wantsPage(exchange))
            exchange.page(200, site.read(view -> rendered(exchange, view, triple)));
        else sendJson(exchange, triple);
    }

    private static boolean wantsPage(Exchange exchange) {
        var format = exchange.parameter("format");
        if (format.isPresent()) return format.get().equals("html");
        return Negotiation.of(exchange.accept())
                .choose(List.of("application/json", "text/html"), List::of)
                .filter("text/html"::equals)
                .isPresent();
    }

    private String rendered(Exchange exchange, View view, Triple triple) {
        var labels =
                new Labels(
                        view.everything(),
                        Optional.of(site.index(view).names()),
                        exchange.language());
        var page =
                new DerivationView(site.frame(exchange), labels)
                        .page(view, triple, graphs(view, triple));
        return site.pages().render("derivation", page.frame(), Map.of("page", page));
    }

    private void sendJson(Exchange exchange, Triple triple) {
        var base = site.publicBase(exchange);
        var document = site.read(view -> document(view, triple, base));
        exchange.vary();
        try {
            exchange.context()
                    .header("Cache-Control", "no-cache")
                    .contentType("application/json")
                    .result(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Node> graphs(View view, Triple triple) {
        var graphs = Explanation.graphs(view, triple);
        if (graphs.isEmpty())
            throw Problem.of(Problem.Kind.NOT_FOUND, "The graph does not state this.")
                    .hint("Send the three terms of a statement as s, p and o.");
        return graphs;
    }

    private static Map<String, Object> document(View view, Triple triple, String base) {
        var graphs = graphs(view, triple);
        Map<String, Object> document = new LinkedHashMap<>(members(triple));
        document.put("version", view.version().toString());
        document.put("graphs", graphs.stream().map(Node::toString).toList());
        document.put("derived", graphs.contains(Iris.DERIVED));
        document.put(
                "reasons",
                Explanation.of(view, triple).stream().map(r -> members(r, base)).toList());
        return document;
    }

    private static Map<String, Object> members(Explanation.Reason reason, String base) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", Prefixes.BASE + "rule/" + reason.rule());
        members.put("premises", reason.premises().stream().map(p -> members(p, base)).toList());
        members.put(
                "passages", reason.passages().stream().map(DerivationEndpoint::members).toList());
        return members;
    }

    private static Map<String, Object> members(Explanation.Premise premise, String base) {
        Map<String, Object> members = new LinkedHashMap<>(members(premise.triple()));
        members.put("graphs", premise.graphs().stream().map(Node::toString).toList());
        if (premise.isDerived())
            members.put(
                    "derivation", base + "/derivation?" + StatementAddress.of(premise.triple()));
        return members;
    }

    private static Map<String, Object> members(Explanation.Passage passage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("claim", passage.claim().toString());
        members.put("passage", passage.passage().toString());
        passage.source().ifPresent(source -> members.put("source", source.toString()));
        members.put("locator", passage.locator());
        if (!passage.quotation().isEmpty()) members.put("quotation", passage.quotation());
        return members;
    }

    private static Map<String, Object> members(Triple triple) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("s", StatementAddress.written(triple.getSubject()));
        members.put("p", StatementAddress.written(triple.getPredicate()));
        members.put("o", StatementAddress.written(triple.getObject()));
        return members;
    }

    private static Node term(Exchange exchange, String name) {
        var text =
                exchange.required(name, "Send s, p and o, for example o=urn:x or" + " o=\"x\"@en.");
        var iri =
                Prefixes.expand(text)
                        .or(() ->
                                Optional.of(text)
                                        .filter(t -> GraphStoreEndpoint.IRI.matcher(t).matches()));
        if (iri.isPresent()) return NodeFactory.createURI(iri.get());
        try {
            return NodeFactoryExtra.parseNode(text);
        } catch (RiotException e) {
            throw unreadable(name, text).causedBy(e);
        }
    }

    private static Problem unreadable(String name, String text) {
        return Problem.of(Problem.Kind.BAD_REQUEST, name + "=" + text + " is no term.")
                .hint("Send an IRI as it is, and a literal as in N-Triples: \"x\"@en.");
    }
}
