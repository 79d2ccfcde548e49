package org.modelgraph.hostile;

import java.util.Random;

/** What hostile queries are asked over: a long chain, and a random graph. */
final class HostileData {
    private static final int CHAIN = 20_000;
    private static final int NODES = 2_000;
    private static final int LINKS = 12_000;

    private HostileData() {}

    /** All of it as N-Triples, always the same. */
    static String text() {
        var text = new StringBuilder();
        for (var i = 0; i < CHAIN; i++)
            text.append("<urn:c:%d> <urn:next> <urn:c:%d> .\n".formatted(i, i + 1));
        var random = new Random(5);
        for (var i = 0; i < LINKS; i++)
            text.append(
                    "<urn:n:%d> <urn:link> <urn:n:%d> .\n"
                            .formatted(random.nextInt(NODES), random.nextInt(NODES)));
        return text.toString();
    }
}
