package org.modelgraph.http;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.browse.Index;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.federation.Federation;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.View;
import org.modelgraph.history.History;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.Kind;
import org.modelgraph.http.pages.Pages;
import org.modelgraph.http.pages.Texts;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.Terms;
import org.modelgraph.text.TextSearch;
import org.modelgraph.text.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all endpoints share: the store with a lane for quick reads, the catalogue, the pages and the
 * public address.
 */
public final class Site {
    private static final Logger log = LoggerFactory.getLogger(Site.class);

    private final KnowledgeGraph store;
    private final History history;
    private final Catalog catalog;
    private final Admission quick;
    private final Optional<String> baseUrl;
    private final Federation federation;
    private final TextSearch texts;
    private final Pages pages = new Pages();
    private final String start = Long.toHexString(System.currentTimeMillis());
    private final Object indexing = new Object();
    private final KnownTerms terms = new KnownTerms();
    private final CurrentVersion version;
    private volatile Optional<Index> index = Optional.empty();
    private volatile Optional<GraphSizes> sizes = Optional.empty();

    /**
     * A site.
     *
     * @param quick the lane for short reads
     * @param baseUrl the address by which clients reach the server, without a slash at its end;
     *     where it is not set, every client is told the address that it used
     * @param federation the other servers that queries may call
     */
    Site(
            KnowledgeGraph store,
            History history,
            Catalog catalog,
            Admission quick,
            Optional<String> baseUrl,
            Federation federation) {
        this.store = store;
        this.history = history;
        this.catalog = catalog;
        this.quick = quick;
        this.baseUrl = baseUrl;
        this.federation = federation;
        store.provide(Federation.SYMBOL, federation);
        version = new CurrentVersion(store);
        version.learn();
        store.enlist(terms);
        store.enlist(new Following());
        texts = TextSearch.of(store);
    }

    /** Carries what is held in memory over to the next state, where a write does not concern it. */
    private final class Following implements Participant {
        @Override
        public void committed(Change change) {
            index.flatMap(held -> held.after(change)).ifPresent(next -> index = Optional.of(next));
        }
    }

    /** Differs with every start of the program, since its pages may have changed. */
    public String start() {
        return start;
    }

    public KnowledgeGraph store() {
        return store;
    }

    /** What the past can be asked. */
    public History history() {
        return history;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Pages pages() {
        return pages;
    }

    /** The other servers that queries may call. */
    public Federation federation() {
        return federation;
    }

    /** Search by the words of texts. */
    public TextSearch texts() {
        return texts;
    }

    /** The address by which this client reaches the server, without a slash at its end. */
    public String publicBase(Exchange exchange) {
        return exchange.publicBase(baseUrl);
    }

    /** Where things are found, for this client. */
    public Addresses addresses(Exchange exchange) {
        return new Addresses(basePath(), publicBase(exchange));
    }

    /** What every address on this server begins with, without a slash at its end. */
    String basePath() {
        return baseUrl.map(URI::create).map(URI::getPath).orElse("");
    }

    /** Reads the store on the lane for short reads. */
    public <T> T read(KnowledgeGraph.Reading<T, RuntimeException> work) {
        return quick.run(() -> store.read(work));
    }

    /** The version of the store, as far as it is known without a transaction. */
    CurrentVersion version() {
        return version;
    }

    /** The terms of the ontology, as the store has them now. */
    public Terms terms() {
        return version.known().flatMap(terms::at).orElseGet(() -> read(this::terms));
    }

    /** The terms of the ontology in one state of the store. */
    public Terms terms(View view) {
        return terms.in(view);
    }

    /** What lists, search and leaderboards need, as the store has it now. */
    public Index index() {
        return read(this::index);
    }

    /** The same for one state of the store; read once for each state. */
    public Index index(View view) {
        var held = index;
        if (held.isPresent() && held.get().version().equals(view.version())) return held.get();
        synchronized (indexing) {
            held = index;
            if (held.isPresent() && held.get().version().equals(view.version())) return held.get();
            var begin = System.nanoTime();
            var fresh = Index.of(view, classes());
            index = Optional.of(fresh);
            log.debug(
                    "Indexed {} in {} ms", view.version(), (System.nanoTime() - begin) / 1_000_000);
            return fresh;
        }
    }

    /** Makes the indexes before somebody asks for them. */
    void warm() {
        try {
            index();
            read(view -> texts.find(view, Wanted.words("modelgraph", 1)));
        } catch (Problem stopping) {
            log.debug("The index was not made: {}", stopping.detail());
        }
    }

    /** The classes of all kinds of pages and of what questions can be asked about. */
    private Set<String> classes() {
        var classes = new HashSet<String>();
        for (var kind : Kind.values()) kind.type().ifPresent(classes::add);
        for (var question : catalog.queries())
            for (var parameter : question.parameters())
                parameter.ofClass().flatMap(Prefixes::expand).ifPresent(classes::add);
        return classes;
    }

    /**
     * The state of a thing that a request asks for: the present one, or that of {@code ?version=}.
     */
    View asked(Exchange exchange, View now, String iri) {
        var version = exchange.parameter("version");
        if (version.isEmpty()) return now;
        var number = history.chronicle().numberOf(version.get());
        return history.at(number, now, NodeFactory.createURI(iri));
    }

    /** How much the graphs hold; counted once for each state of the store. */
    GraphSizes graphSizes() {
        return read(view -> {
            var held = sizes;
            if (held.isPresent() && held.get().version().equals(view.version())) return held.get();
            var fresh = GraphSizes.of(view);
            sizes = Optional.of(fresh);
            return fresh;
        });
    }

    /** The frame of a page for this reader. */
    public Frame frame(Exchange exchange) {
        return new Frame(
                addresses(exchange),
                Texts.of(exchange.language()),
                exchange.context().path(),
                Optional.ofNullable(exchange.context().queryString()).orElse(""));
    }

    /** Sends a small graph whole. */
    public void sendGraph(Exchange exchange, Graph graph, Format format) {
        HeldOutput.send(exchange, graph, format);
    }
}
