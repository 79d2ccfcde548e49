package org.modelgraph.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.jena.query.Query;
import org.modelgraph.graph.Preparation;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.NormalText;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.ShortDescription;
import org.modelgraph.sparql.Terms;

import java.util.Optional;

/** Queries that were read, checked and let pass before: the same text is not read again. */
final class ReadQueries {
    private static final long CHARACTERS = 4L << 20;

    private final Site site;
    private final QueryLane lane;
    private final Cache<String, Entry> entries =
            Caffeine.newBuilder()
                    .maximumWeight(CHARACTERS)
                    .weigher((String text, Entry _) -> text.length() + 500)
                    .build();

    ReadQueries(Site site, QueryLane lane) {
        this.site = site;
        this.lane = lane;
    }

    /**
     * A query that may run, to be changed by nobody.
     *
     * @param reading the query and what is strange about it
     * @param description the short way, where it asks for the description of one thing
     * @param preparation what is made once for the query, or for the short way
     * @param normal its text in normal form, where its answer depends on nothing but the data
     * @param brevity how its last run went
     */
    record Entry(
            QueryReader.Reading reading,
            Terms terms,
            Optional<ShortDescription> description,
            Preparation preparation,
            Optional<String> normal,
            Brevity brevity) {
        Query query() {
            return reading.query();
        }
    }

    /**
     * Reads a query.
     *
     * @throws org.modelgraph.problem.Problem where it can't be read or must not run
     */
    Entry read(String text) {
        var terms = site.terms();
        var held = Optional.ofNullable(entries.getIfPresent(text));
        return held.filter(e -> e.terms().equals(terms))
                .orElseGet(() -> {
                    var fresh = lane.deep(() -> entry(text, terms));
                    entries.put(text, fresh);
                    return fresh;
                });
    }

    private Entry entry(String text, Terms terms) {
        var reading = new QueryReader(terms).read(text);
        Guard.check(reading.query(), site.federation());
        var normal =
                Guard.isRepeatable(reading.query())
                        ? Optional.of(NormalText.of(text))
                        : Optional.<String>empty();
        return new Entry(
                reading,
                terms,
                ShortDescription.of(reading.query()),
                new Preparation(),
                normal,
                new Brevity());
    }
}
