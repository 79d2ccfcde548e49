package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.modelgraph.history.Chronicle;
import org.modelgraph.history.Commit;
import org.modelgraph.history.CommitJson;
import org.modelgraph.history.PatchLines;
import org.modelgraph.http.pages.ChangePage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one commit changed, and what changed between two versions. */
final class DifferenceAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 500;
    private static final List<ChangesFormat> OFFERS =
            List.of(ChangesFormat.HTML, ChangesFormat.JSON, ChangesFormat.PATCH);

    private final Site site;

    DifferenceAnswer(Site site) {
        this.site = site;
    }

    private Chronicle chronicle() {
        return site.history().chronicle();
    }

    /** The first changes of a commit. */
    private static final class First extends RDFChangesBase {
        private final List<ChangePage.Line> lines = new ArrayList<>();

        @Override
        public void add(@Nullable Node g, Node s, Node p, Node o) {
            note(true, g, s, p, o);
        }

        @Override
        public void delete(@Nullable Node g, Node s, Node p, Node o) {
            note(false, g, s, p, o);
        }

        private void note(boolean added, @Nullable Node g, Node s, Node p, Node o) {
            lines.add(
                    ChangePage.Line.of(
                            added, Quad.create(g == null ? Quad.defaultGraphIRI : g, s, p, o)));
        }
    }

    void of(Exchange exchange, Commit commit, ChangesFormat format) {
        if (EntityTag.of(exchange, commit.version(), format, exchange.language(), site.start())
                .settles(exchange)) return;
        var context = exchange.context();
        switch (format) {
            case PATCH -> new PatchFeed(site).send(exchange, List.of(commit));
            case JSON, ATOM ->
                    context.contentType("application/json").result(print(members(commit)));
            case HTML -> {
                var first = new First();
                chronicle().first(commit, SHOWN, first);
                exchange.page(
                        200,
                        site.pages()
                                .change(
                                        new ChangePage(
                                                site.frame(exchange),
                                                commit.previous(),
                                                commit.number(),
                                                Optional.of(commit),
                                                first.lines,
                                                commit.added() + commit.removed())));
            }
        }
    }

    private Map<String, Object> members(Commit commit) {
        var members = CommitJson.of(commit);
        if (commit.patch() instanceof Commit.Patch.Inline) {
            var difference = chronicle().between(commit.previous(), commit.number());
            members.put("additions", PatchLines.of(difference.added()));
            members.put("removals", PatchLines.of(difference.removed()));
        }
        return members;
    }

    void between(Exchange exchange, long from, long to) {
        var format = ChangesFormat.negotiate(exchange, OFFERS);
        var tag =
                EntityTag.of(
                        exchange,
                        site.store().version(),
                        from,
                        to,
                        format,
                        exchange.language(),
                        site.start());
        if (tag.settles(exchange)) return;
        var difference = chronicle().between(from, to);
        var context = exchange.context();
        switch (format) {
            case PATCH ->
                    context.contentType(format.contentType()).result(PatchLines.patch(difference));
            case JSON, ATOM -> {
                var members = new LinkedHashMap<String, Object>();
                members.put("from", from);
                members.put("to", to);
                members.put("additions", PatchLines.of(difference.added()));
                members.put("removals", PatchLines.of(difference.removed()));
                context.contentType("application/json").result(print(members));
            }
            case HTML -> {
                var lines = new ArrayList<ChangePage.Line>();
                take(difference.removed(), false, lines);
                take(difference.added(), true, lines);
                var all = difference.removed().size() + difference.added().size();
                exchange.page(
                        200,
                        site.pages()
                                .change(
                                        new ChangePage(
                                                site.frame(exchange),
                                                from,
                                                to,
                                                Optional.empty(),
                                                lines,
                                                all)));
            }
        }
    }

    private static void take(Collection<Quad> quads, boolean added, List<ChangePage.Line> lines) {
        quads.stream()
                .limit(Math.max(0, SHOWN - lines.size()))
                .forEach(q -> lines.add(ChangePage.Line.of(added, q)));
    }

    private static byte[] print(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
