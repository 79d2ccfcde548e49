package org.modelgraph.http.fragments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Version;
import org.modelgraph.graph.View;
import org.modelgraph.http.Endpoint;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Routing;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.FragmentsPage;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.AnswerWriter;
import org.modelgraph.sparql.Format;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /fragments}: the triples that match a pattern, a hundred a page, with how many there are
 * and the controls to ask for others, so that clients can answer whole queries themselves.
 */
public final class FragmentsEndpoint implements Endpoint {
    private static final int MOST_COUNTS = 10_000;

    private final Site site;
    private final Inquiry inquiry;
    private final Cache<Counted, Long> counts =
            Caffeine.newBuilder().maximumSize(MOST_COUNTS).build();

    private record Counted(Version version, Pattern pattern) {}

    /** An endpoint over a site, on its lane for queries. */
    public FragmentsEndpoint(Site site, Inquiry inquiry) {
        this.site = site;
        this.inquiry = inquiry;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/fragments", this::fragment);
    }

    private void fragment(Exchange exchange) {
        var format =
                Format.negotiate(exchange.parameter("format"), exchange.accept(), Format.Kind.PAGE);
        var pattern = Pattern.of(exchange);
        var number = number(exchange);
        exchange.vary();
        var fragment =
                inquiry.read(
                        exchange,
                        view ->
                                settles(exchange, view, format)
                                        ? Optional.<Fragment>empty()
                                        : Optional.of(read(view, pattern, number)));
        fragment.ifPresent(f -> send(exchange, f, format));
    }

    private boolean settles(Exchange exchange, View view, Format format) {
        return EntityTag.of(
                        exchange,
                        view.version(),
                        address(exchange),
                        format,
                        exchange.language(),
                        site.start())
                .settles(exchange);
    }

    private static int number(Exchange exchange) {
        return exchange.parameter("page")
                .map(text -> {
                    if (text.matches("[1-9]\\d{0,6}")) return Integer.parseInt(text);
                    throw Problem.of(
                                    Problem.Kind.BAD_REQUEST,
                                    "The parameter page can't be '" + text + "'.")
                            .hint("Pages are numbered from 1.");
                })
                .orElse(1);
    }

    private Fragment read(View view, Pattern pattern, int number) {
        var key = new Counted(view.version(), pattern);
        var known = Optional.ofNullable(counts.getIfPresent(key));
        if (known.isPresent()) return Fragment.of(view, pattern, number, known.get());
        var fragment = Fragment.of(view, pattern, number);
        counts.put(key, fragment.count());
        return fragment;
    }

    /** The address of this page as the client wrote it. */
    private String address(Exchange exchange) {
        return site.publicBase(exchange) + "/fragments" + exchange.queryPart();
    }

    private void send(Exchange exchange, Fragment fragment, Format format) {
        if (format == Format.HTML) {
            exchange.page(200, page(exchange, fragment));
            return;
        }
        var out = new ByteArrayOutputStream();
        var controls = controls(exchange, fragment);
        if (format == Format.TRIG || format == Format.N_QUADS || format == Format.JSON_LD)
            AnswerWriter.write(quads(exchange, fragment, controls), format, out);
        else AnswerWriter.write(triples(fragment, controls), format, out);
        exchange.send(format.contentType(), "no-cache", out.toByteArray());
    }

    private Graph controls(Exchange exchange, Fragment fragment) {
        var base = site.publicBase(exchange);
        return Controls.of(
                fragment, new Addressing(base, fragment.pattern()), base, address(exchange));
    }

    private DatasetGraph quads(Exchange exchange, Fragment fragment, Graph controls) {
        var metadata = NodeFactory.createURI(address(exchange) + "#metadata");
        var quads = DatasetGraphFactory.createGeneral();
        fragment.triples().forEach(quads.getDefaultGraph()::add);
        var described = quads.getGraph(metadata);
        controls.find().forEachRemaining(described::add);
        described.add(Controls.about(metadata, address(exchange)));
        return quads;
    }

    private static Graph triples(Fragment fragment, Graph controls) {
        var graph = GraphFactory.createDefaultGraph();
        fragment.triples().forEach(graph::add);
        controls.find().forEachRemaining(graph::add);
        return graph;
    }

    private String page(Exchange exchange, Fragment fragment) {
        var frame = site.frame(exchange);
        var addressing = new Addressing(frame.addresses().basePath(), fragment.pattern());
        var pattern = fragment.pattern();
        var page =
                new FragmentsPage(
                        frame,
                        Pattern.written(pattern.subject()),
                        Pattern.written(pattern.predicate()),
                        Pattern.written(pattern.object()),
                        Pattern.written(pattern.graph()),
                        fragment.triples(),
                        fragment.count(),
                        fragment.page(),
                        addressing::page);
        return site.pages().render("fragments", frame, Map.of("page", page));
    }
}
