package org.modelgraph.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.WriteHold;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.replication.Replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/** What is measured, as Prometheus reads it. */
final class Figures {
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DistributionSummary rows =
            DistributionSummary.builder("modelgraph.result.rows")
                    .description("rows of answers to SELECT queries")
                    .serviceLevelObjectives(1, 10, 100, 1000, 10_000, 100_000, 1_000_000)
                    .register(registry);
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder brief = new LongAdder();

    Figures() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        cache("hit", hits);
        cache("miss", misses);
        FunctionCounter.builder("modelgraph.queries.brief", brief, LongAdder::sum)
                .description("queries answered at once, without a turn on a lane")
                .register(registry);
    }

    private void cache(String result, LongAdder count) {
        FunctionCounter.builder("modelgraph.cache.requests", count, LongAdder::sum)
                .description("answers of the catalogue that were held, or had to be found")
                .tag("result", result)
                .register(registry);
    }

    /** Watches the lanes on which work is done. */
    void watch(List<Admission> lanes) {
        for (var lane : lanes) {
            Gauge.builder("modelgraph.queries.active", lane, Admission::active)
                    .description("work being done")
                    .tag("lane", lane.name())
                    .register(registry);
            Gauge.builder("modelgraph.queries.waiting", lane, Admission::waiting)
                    .description("work waiting for a place")
                    .tag("lane", lane.name())
                    .register(registry);
        }
    }

    /** Watches a store. */
    void watch(KnowledgeGraph store, Maintenance maintenance) {
        gauge(
                "modelgraph.store.real",
                "room in blocks of the disk",
                "bytes",
                maintenance,
                m -> m.size().real());
        gauge(
                "modelgraph.store.apparent",
                "room by length of files",
                "bytes",
                maintenance,
                m -> m.size().apparent());
        gauge(
                "modelgraph.store.version",
                "number of the version",
                "",
                store,
                s -> s.version().number());
        gauge(
                "modelgraph.disk.free",
                "room left on the disk",
                "bytes",
                maintenance,
                m -> m.guard().free());
        gauge(
                "modelgraph.write.held",
                "how long the present write holds the store",
                "seconds",
                store,
                s -> s.upkeep().held().map(WriteHold::age).map(Figures::seconds).orElse(0.0));
        gauge(
                "modelgraph.compaction.last",
                "when the store was last compacted",
                "seconds",
                maintenance,
                m -> epoch(m.compactedAt()));
        gauge(
                "modelgraph.compaction.duration",
                "how long the last compaction took",
                "seconds",
                maintenance,
                m -> m.lastCompaction().map(c -> seconds(c.duration())).orElse(Double.NaN));
        gauge(
                "modelgraph.backup.last",
                "when the newest backup was made",
                "seconds",
                maintenance,
                m -> epoch(m.newestBackup().map(b -> b.at())));
    }

    /** Watches where a server stands among those that share a log. */
    void watch(Replication replication) {
        gauge(
                "modelgraph.replication.place",
                "place in the log",
                "",
                replication,
                r -> r.standing().place());
        gauge(
                "modelgraph.replication.behind",
                "places of the log that are not carried over",
                "",
                replication,
                r -> r.standing().behind());
        gauge(
                "modelgraph.replication.lag",
                "how old the state may be",
                "seconds",
                replication,
                r -> seconds(r.standing().lag()));
        gauge(
                "modelgraph.replication.writer",
                "1 of the writer, 0 of a replica",
                "",
                replication,
                r -> r.isReplica() ? 0 : 1);
    }

    /** Watches the answers that are held. */
    void watch(ResultCache results) {
        count("hit", results.hits());
        count("miss", results.misses());
        gauge(
                "modelgraph.result.cache.size",
                "room of held answers",
                "bytes",
                results,
                ResultCache::bytes);
    }

    private void count(String result, LongAdder count) {
        FunctionCounter.builder("modelgraph.result.cache.requests", count, LongAdder::sum)
                .description("answers at /sparql that were held, or had to be found")
                .tag("result", result)
                .register(registry);
    }

    private <T> void gauge(
            String name, String what, String unit, T source, ToDoubleFunction<T> value) {
        var builder = Gauge.builder(name, source, value).description(what);
        (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static double epoch(Optional<Instant> at) {
        return at.map(i -> i.toEpochMilli() / 1000.0).orElse(Double.NaN);
    }

    /** Counts a finished request. */
    void request(String route, String method, int status, Duration duration) {
        Timer.builder("modelgraph.http.requests")
                .description("requests answered")
                .serviceLevelObjectives(STEPS)
                .tag("route", route)
                .tag("method", method)
                .tag("status", String.valueOf(status))
                .register(registry)
                .record(duration);
    }

    /** Counts the rows of an answer. */
    void rows(long count) {
        rows.record((double) count);
    }

    /** Counts a query that was answered without a turn on a lane. */
    void brief() {
        brief.increment();
    }

    /** Counts a question whose answer was held, or not. */
    void held(boolean hit) {
        (hit ? hits : misses).increment();
    }

    /** All figures in Prometheus's text format. */
    String scrape() {
        return registry.scrape();
    }
}
