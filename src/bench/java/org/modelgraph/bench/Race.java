package org.modelgraph.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets servers take turns at one piece of work, and notes what it cost each.
 *
 * @param rounds how many turns each has, when the work is not slow
 * @param turnMillis how long a turn takes, when the work is not slow; getting used to it takes
 *     twice as long
 */
record Race(int rounds, double turnMillis) {
    private static final double USUAL_MILLIS = 250;
    private static final int MOST_A_TURN = 400;
    private static final int MOST_TO_WARM = 1000;
    private static final int LEAST = 2;

    /** What takes longer than this has one turn, and is done once to get used to it. */
    private static final double SLOW_MILLIS = 3000;

    /** A race over questions. */
    static Race over(int rounds) {
        return new Race(rounds, USUAL_MILLIS);
    }

    /** What is asked of a server. */
    interface Work {
        Object on(Peer peer) throws IOException, InterruptedException;
    }

    /** What was measured, by the names of the servers, in their order. */
    Map<String, Samples> run(List<Peer> peers, Work work) throws IOException, InterruptedException {
        var samples = new LinkedHashMap<String, Samples>();
        var each = new LinkedHashMap<Peer, Double>();
        for (var peer : peers) {
            samples.put(peer.name(), new Samples());
            each.put(peer, warm(peer, work));
        }
        for (var round = 0; round < rounds; round++)
            for (var entry : each.entrySet())
                if (round == 0 || entry.getValue() < SLOW_MILLIS)
                    turn(entry.getKey(), work, entry.getValue(), samples);
        return samples;
    }

    /**
     * Lets a server get used to a piece of work.
     *
     * @return how long it takes for it, in milliseconds
     */
    double warm(Peer peer, Work work) throws IOException, InterruptedException {
        var asked = 0;
        var begin = System.nanoTime();
        var millis = 0.0;
        while (asked < MOST_TO_WARM
                && millis < SLOW_MILLIS
                && (asked < LEAST || millis < 2 * turnMillis)) {
            work.on(peer);
            asked++;
            millis = (System.nanoTime() - begin) / 1e6;
        }
        return millis / asked;
    }

    private void turn(Peer peer, Work work, double each, Map<String, Samples> all)
            throws IOException, InterruptedException {
        var samples = all.getOrDefault(peer.name(), new Samples());
        var times = (int) Math.clamp(turnMillis / each, 1, MOST_A_TURN);
        var before = peer.cpuMillis();
        for (var i = 0; i < times; i++) {
            var begin = System.nanoTime();
            work.on(peer);
            samples.latency((System.nanoTime() - begin) / 1e6);
        }
        samples.cpu((peer.cpuMillis() - before) / times);
    }
}
