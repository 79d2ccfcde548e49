package org.modelgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.modelgraph.graph.Receipt.Kept;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a store remembers of its commits, in the transaction of each commit and outside of its
 * quads: the version, the version that last changed each graph, and the receipts of writes. It
 * stands in the dataset's prefix table, under keys with a blank, which no document can declare.
 */
public final class Ledger {
    /** How many receipts are kept; a newer one takes the place of the oldest. */
    static final int RECEIPTS = 10_000;

    /** How long a receipt counts. */
    public static final Duration RECEIPTS_COUNT = Duration.ofDays(7);

    /** A write to more graphs than this is remembered as a change of all. */
    private static final int MOST_GRAPHS = 1000;

    private static final String VERSION = "modelgraph.version";
    private static final String CHANGED = "modelgraph changed";
    private static final String RECEIPT = "modelgraph receipt ";
    private static final String NEXT_PLACE = "modelgraph receipts";
    private static final String LOG = "modelgraph log";
    private static final String ENTRY = "modelgraph";
    private static final String PLACE = "urn:modelgraph:place:";

    private final PrefixMap entries;

    Ledger(PrefixMap entries) {
        this.entries = entries;
    }

    /** The ledger of a dataset, in the transaction that the dataset is in. */
    static Ledger of(DatasetGraph dataset) {
        return new Ledger(dataset.prefixes());
    }

    private Optional<String> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The version of this state; of a store that has none yet, number -1. */
    public Version version() {
        return entry(VERSION).map(Version::ofIri).orElse(new Version(new UUID(0, 0), -1));
    }

    void put(Version version) {
        entries.add(VERSION, version.toIri());
    }

    /** The version that last changed a graph; a later one that did not change it is possible. */
    public Version changed(Node graph) {
        var all = entry(CHANGED).map(Version::ofIri);
        var one = entry(key(graph)).map(Version::ofIri);
        var oldest = new Version(version().epoch(), 0);
        return later(all.orElse(oldest), one.orElse(oldest));
    }

    private static Version later(Version a, Version b) {
        return a.number() >= b.number() ? a : b;
    }

    private static String key(Node graph) {
        return CHANGED + " <" + graph + ">";
    }

    void putChanged(Version version, Collection<Node> graphs) {
        if (graphs.size() > MOST_GRAPHS) putAllChanged(version);
        else graphs.forEach(g -> entries.add(key(g), version.toIri()));
    }

    void putAllChanged(Version version) {
        entries.add(CHANGED, version.toIri());
    }

    /**
     * The write that was committed under a key, and the version that it made; empty where there is
     * none, or none that still counts.
     */
    public Optional<Receipt> receipt(String key, Instant now) {
        return kept(key).map(Kept::receipt).filter(r -> r.at().plus(RECEIPTS_COUNT).isAfter(now));
    }

    /** The version that the write under a key made. */
    public Optional<Version> versionOf(Receipt receipt) {
        return kept(receipt.key()).map(k -> new Version(version().epoch(), k.number()));
    }

    private Optional<Kept> kept(String key) {
        return entry(RECEIPT + key).map(iri -> Kept.ofIri(key, iri));
    }

    void put(Receipt receipt, Version version) {
        if (kept(receipt.key()).filter(k -> k.is(receipt, version)).isPresent()) return;
        var place = entry(NEXT_PLACE).map(Ledger::number).orElse(0L);
        var held = RECEIPT + "at " + place;
        entry(held)
                .map(key -> key.substring(PLACE.length()))
                .flatMap(this::kept)
                .filter(old -> old.place() == place)
                .ifPresent(old -> entries.delete(RECEIPT + old.receipt().key()));
        entries.add(held, PLACE + receipt.key());
        entries.add(RECEIPT + receipt.key(), new Kept(receipt, version.number(), place).toIri());
        entries.add(NEXT_PLACE, PLACE + (place + 1) % RECEIPTS);
    }

    void putAll(Map<String, String> others) {
        others.forEach(entries::add);
    }

    /** Where in the shared log the newest commit stands, if it stands in one. */
    Optional<LogPlace> place() {
        return entry(LOG).map(LogPlace::ofIri);
    }

    void put(LogPlace place) {
        entries.add(LOG, place.toIri());
    }

    /** All entries, save the place in a log. */
    Map<String, String> all() {
        var all = new TreeMap<String, String>();
        entries.forEach((key, value) -> {
            if (key.startsWith(ENTRY) && !key.equals(LOG)) all.put(key, value);
        });
        return all;
    }

    private static long number(String place) {
        return Long.parseLong(place.substring(PLACE.length()));
    }
}
