package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.NodeFactory;
import org.modelgraph.history.Chronicle;
import org.modelgraph.history.Commit;
import org.modelgraph.history.CommitJson;
import org.modelgraph.history.Selection;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.ChangesPage;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commits: all at {@code /changes}, those of a thing at {@code /history?iri=}; as a page, as
 * JSON, as an Atom feed with archived pages (RFC 4287, RFC 5005), and the patches themselves.
 */
final class ChangesEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL = 50;
    private static final int MOST = 1000;
    private static final List<ChangesFormat> LISTS =
            List.of(ChangesFormat.HTML, ChangesFormat.JSON, ChangesFormat.ATOM);

    private final Site site;
    private final PatchFeed patches;
    private final DifferenceAnswer differences;

    ChangesEndpoint(Site site) {
        this.site = site;
        this.patches = new PatchFeed(site);
        this.differences = new DifferenceAnswer(site);
    }

    @Override
    public void open(Routing routing) {
        routing.get("/changes", this::changes);
        routing.get("/changes.atom", e -> list(e, ChangesFormat.ATOM, Optional.empty()));
        routing.get("/changes.json", e -> list(e, ChangesFormat.JSON, Optional.empty()));
        routing.get("/changes.rdfp", patches::since);
        routing.get("/changes/{version}", e -> one(e, e.context().pathParam("version")));
        routing.get("/history", this::history);
    }

    private Chronicle chronicle() {
        return site.history().chronicle();
    }

    private void changes(Exchange exchange) {
        if (exchange.parameter("from").isPresent() || exchange.parameter("to").isPresent()) {
            var from = version(exchange, "from").orElse(chronicle().oldest());
            var to = version(exchange, "to").orElse(chronicle().newest());
            differences.between(exchange, from, to);
            return;
        }
        var offers = new ArrayList<>(LISTS);
        offers.add(ChangesFormat.PATCH);
        var format = ChangesFormat.negotiate(exchange, offers);
        if (format == ChangesFormat.PATCH) patches.since(exchange);
        else list(exchange, format, Optional.empty());
    }

    private Optional<Long> version(Exchange exchange, String name) {
        return exchange.parameter(name).map(chronicle()::numberOf);
    }

    /** {@code /history?iri=}; with a version the thing as it was then. */
    private void history(Exchange exchange) {
        var iri =
                exchange.required(
                        "iri",
                        "For example" + " /history?iri=https://w3id.org/modelgraph/model/gpt-4");
        var version = version(exchange, "version");
        if (version.isPresent()) {
            var page = site.addresses(exchange).page(iri);
            exchange.seeOther(Addresses.with(page, "version=" + version.get()));
            return;
        }
        list(exchange, ChangesFormat.negotiate(exchange, LISTS), Optional.of(iri));
    }

    private void list(Exchange exchange, ChangesFormat format, Optional<String> iri) {
        if (EntityTag.of(
                        exchange,
                        site.store().version(),
                        exchange.context().path(),
                        exchange.parameters(),
                        exchange.language(),
                        format,
                        chronicle().oldest(),
                        site.start())
                .settles(exchange)) return;
        var selection = selection(exchange);
        var commits =
                iri.map(i -> chronicle().commitsOf(NodeFactory.createURI(i), selection))
                        .orElseGet(() -> chronicle().commits(selection));
        var older =
                commits.size() < selection.limit()
                        ? Optional.<String>empty()
                        : Optional.of(older(exchange, commits.getLast()));
        older.ifPresent(o -> exchange.context().header("Link", "<" + o + ">; rel=\"next\""));
        var page = new ChangesPage(site.frame(exchange), commits, older, iri);
        switch (format) {
            case HTML -> exchange.page(200, site.pages().changes(page));
            case ATOM -> send(exchange, format, AtomFeed.of(page, site.store().version()));
            case JSON, PATCH -> send(exchange, ChangesFormat.JSON, json(page));
        }
    }

    private Selection selection(Exchange exchange) {
        var limit = exchange.parameter("limit").orElse(String.valueOf(USUAL));
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST)
            throw Problem.of(Problem.Kind.BAD_REQUEST, "limit is '" + limit + "'.")
                    .hint("Ask for 1 to " + MOST + " changes.");
        var selection =
                Selection.newest(Integer.parseInt(limit))
                        .of(exchange.parameter("graph"), exchange.parameter("who"));
        if (exchange.parameter("since").isPresent())
            selection = selection.since(exchange.parameter("since").get(), chronicle());
        return version(exchange, "before").map(selection::before).orElse(selection);
    }

    private String older(Exchange exchange, Commit last) {
        var query = new StringBuilder();
        for (var parameter : exchange.parameters())
            if (!parameter.name().equals("before"))
                query.append(parameter.name())
                        .append('=')
                        .append(Addresses.encode(parameter.value()))
                        .append('&');
        return site.addresses(exchange).basePath()
                + exchange.context().path()
                + "?"
                + query
                + "before="
                + last.number();
    }

    private byte[] json(ChangesPage page) {
        var members = new LinkedHashMap<String, Object>();
        members.put("newest", chronicle().newest());
        members.put("oldest", chronicle().oldest());
        members.put("changes", page.commits().stream().map(c -> change(page, c)).toList());
        page.older().ifPresent(o -> members.put("next", page.frame().addresses().whole(o)));
        return print(members);
    }

    private static Map<String, Object> change(ChangesPage page, Commit commit) {
        var members = CommitJson.of(commit);
        members.put("patch", page.whole(commit) + ".rdfp");
        return members;
    }

    private static byte[] print(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Exchange exchange, ChangesFormat format, byte[] body) {
        exchange.context().status(200).contentType(format.contentType()).result(body);
    }

    /** {@code /changes/12}, {@code /changes/12.rdfp}, {@code /changes/12.json}. */
    private void one(Exchange exchange, String name) {
        var dot = name.lastIndexOf('.');
        var ending =
                dot < 0
                        ? Optional.<ChangesFormat>empty()
                        : ChangesFormat.ofExtension(name.substring(dot + 1));
        var number = chronicle().numberOf(ending.isPresent() ? name.substring(0, dot) : name);
        if (number < 1 || number > chronicle().newest())
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no version " + number + ".")
                    .hint("The newest is " + chronicle().newest() + ".");
        var commit =
                chronicle()
                        .commit(number)
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.GONE,
                                                "The change to version " + number + " is not kept.")
                                        .hint(
                                                "The history goes back to version "
                                                        + chronicle().oldest()
                                                        + "."));
        var format =
                ending.orElseGet(() ->
                        ChangesFormat.negotiate(
                                exchange,
                                List.of(
                                        ChangesFormat.HTML,
                                        ChangesFormat.JSON,
                                        ChangesFormat.PATCH)));
        differences.of(exchange, commit, format);
    }
}
