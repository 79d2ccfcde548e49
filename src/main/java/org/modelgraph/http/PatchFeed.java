package org.modelgraph.http;

import org.modelgraph.history.Chronicle;
import org.modelgraph.history.Commit;
import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The patches since a version, in order, for a graph that follows this one: {@code
 * /changes.rdfp?since=12}. The answer names the version that it leads to; with that one the
 * follower asks again.
 */
final class PatchFeed {
    private static final int MOST_COMMITS = 1000;
    private static final long MOST_QUADS = 1_000_000;

    private final Site site;

    PatchFeed(Site site) {
        this.site = site;
    }

    private Chronicle chronicle() {
        return site.history().chronicle();
    }

    void since(Exchange exchange) {
        var chronicle = chronicle();
        var since = exchange.parameter("since").map(chronicle::numberOf).orElse(chronicle.oldest());
        if (since > chronicle.newest())
            throw Problem.of(Problem.Kind.NOT_FOUND, "There is no version " + since + " yet.")
                    .hint("The newest is " + chronicle.newest() + ".");
        if (since < chronicle.oldest()) throw gone(since);
        var commits = commits(since);
        var last = commits.isEmpty() ? since : commits.getLast().number();
        if (last < chronicle.newest())
            exchange.context()
                    .header(
                            "Link",
                            "<"
                                    + site.addresses(exchange).basePath()
                                    + "/changes.rdfp?since="
                                    + last
                                    + ">; rel=\"next\"");
        if (EntityTag.of(exchange, site.store().version(), "rdfp", since, last).settles(exchange))
            return;
        exchange.context().header("Modelgraph-Version", name(last));
        send(exchange, commits);
    }

    private String name(long number) {
        return new org.modelgraph.graph.Version(chronicle().epoch(), number).toString();
    }

    private List<Commit> commits(long since) {
        var commits = new ArrayList<Commit>();
        var quads = 0L;
        for (var commit : chronicle().following(since, MOST_COMMITS)) {
            if (!commit.isWhole()) {
                if (commits.isEmpty()) throw gone(since);
                break;
            }
            quads += commit.added() + commit.removed();
            if (!commits.isEmpty() && quads > MOST_QUADS) break;
            commits.add(commit);
        }
        return commits;
    }

    private Problem gone(long since) {
        return Problem.of(
                        Problem.Kind.GONE,
                        "The patches from version " + since + " on are not all kept.")
                .hint("Begin with a copy of everything from /graphs and follow from its version.");
    }

    /** Sends patches, one after the other; each is whole or the connection breaks. */
    void send(Exchange exchange, List<Commit> commits) {
        var context = exchange.context();
        exchange.vary();
        context.status(200).contentType(ChangesFormat.PATCH.contentType());
        if (exchange.method().equals("HEAD")) return;
        try {
            var out = context.outputStream();
            for (var commit : commits) chronicle().write(commit, out);
            out.flush();
        } catch (IOException e) {
            exchange.cut();
            throw new UncheckedIOException(e);
        }
    }
}
