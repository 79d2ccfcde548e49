package org.modelgraph.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Clients that each ask a server one question after another, taken by chance from some, the same
 * ones of each server.
 *
 * @param clients how many at once
 * @param time for how long
 */
record Crowd(int clients, Duration time) {
    /**
     * What came of it.
     *
     * @param perSecond answers a second
     * @param latencies of each answer, in milliseconds
     * @param cpu processor time of the server for an answer, in milliseconds
     */
    record Outcome(double perSecond, List<Double> latencies, double cpu) {
        double median() {
            return Samples.quantile(latencies, 0.5);
        }

        double p95() {
            return Samples.quantile(latencies, 0.95);
        }
    }

    Outcome ask(Peer peer, List<BenchQuestion> questions) throws IOException, InterruptedException {
        var requests = questions.stream().map(q -> Line.request(peer.query(), q)).toList();
        var tasks = new ArrayList<Callable<List<Double>>>();
        for (var i = 0; i < clients; i++) {
            var chance = new Random(i);
            tasks.add(() -> client(peer, requests, chance));
        }
        var cpu = peer.cpuMillis();
        var begin = System.nanoTime();
        var latencies = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (var done : threads.invokeAll(tasks)) latencies.addAll(done.get());
        } catch (ExecutionException e) {
            throw new IOException(peer.name(), e);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(
                latencies.size() / seconds,
                latencies,
                (peer.cpuMillis() - cpu) / Math.max(1, latencies.size()));
    }

    private List<Double> client(Peer peer, List<byte[]> requests, Random chance)
            throws IOException {
        var latencies = new ArrayList<Double>();
        var end = System.nanoTime() + time.toNanos();
        try (var line = new Line(peer.query())) {
            while (System.nanoTime() < end) {
                var begin = System.nanoTime();
                line.ask(requests.get(chance.nextInt(requests.size())));
                latencies.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return latencies;
    }
}
