package org.modelgraph.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The servers that are compared, over the same quads, each in a process of its own. */
final class Contest implements AutoCloseable {
    static final String TOKEN = "a-token-for-the-bench";
    static final String HEAP = "-Xmx4g";

    private final Site site;
    private final List<Peer> peers = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    private Contest(Site site) {
        this.site = site;
    }

    /** Loads and starts the servers in their order; leaves out, and says so, what can't be here. */
    static Contest begin(Site site, List<Contender> contenders)
            throws IOException, InterruptedException {
        var contest = new Contest(site);
        try {
            for (var contender : contenders) contest.add(contender);
        } catch (IOException | InterruptedException | RuntimeException e) {
            contest.close();
            throw e;
        }
        return contest;
    }

    /** This server, and the peer without which there is no contest. */
    static List<Contender> two() {
        return List.of(new Modelgraph(), new Fuseki());
    }

    /** All that can take part. */
    static List<Contender> all() {
        return List.of(new Modelgraph(), new Fuseki(), new Rdf4j(), new Oxigraph(), new Virtuoso());
    }

    private void add(Contender contender) throws IOException, InterruptedException {
        var obstacle = contender.obstacle(site.target());
        if (obstacle.isPresent()) {
            absent.add(contender.name() + ": " + obstacle.get());
            System.err.println("left out: " + absent.getLast());
            return;
        }
        var begin = System.nanoTime();
        peers.add(contender.start(site));
        System.err.printf(
                "%s has %,d quads after %.1f s%n",
                contender.name(), site.quads(), (System.nanoTime() - begin) / 1e9);
    }

    /** Ours first, then Fuseki, then the others. */
    List<Peer> peers() {
        return peers;
    }

    Peer ours() {
        return peers.getFirst();
    }

    /** Whose answers are taken for right. */
    Peer reference() {
        return peers.get(1);
    }

    /** Who is not here, and why. */
    List<String> absent() {
        return absent;
    }

    @Override
    public void close() throws IOException {
        peers.forEach(Peer::close);
        site.close();
    }
}
