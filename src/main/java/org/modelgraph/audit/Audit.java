package org.modelgraph.audit;

import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a line for each write before it is committed, and for each refusal. A write whose line
 * can't be written does not take place. A commit that fails after its line gets a second one.
 */
public final class Audit implements Participant {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    private static final int LONGEST_TEXT = 4096;
    private static final int GRAPHS_NAMED = 100;

    private final AuditFile file;

    private Audit(AuditFile file) {
        this.file = file;
    }

    /**
     * Takes part in the writes of a store from now on.
     *
     * @param file where the lines go
     * @param most how large the file becomes before the next one begins, in bytes
     */
    public static Audit of(KnowledgeGraph store, Path file, long most) {
        var audit = new Audit(new AuditFile(file, most));
        store.enlist(audit);
        return audit;
    }

    /** An audit of writes that another program commits, and whose outcome it tells. */
    public static Audit alone(Path file, long most) {
        return new Audit(new AuditFile(file, most));
    }

    /**
     * Writes down a write before it is handed on; what becomes of it is not in the line.
     *
     * @throws Problem where that can't be done
     */
    public void sending(AuditedRequest request, Attribution by) {
        var line = line(by, "sent");
        describe(line, request);
        append(line);
    }

    @Override
    public void prepare(Change change) {
        if (!change.streamed()) append(committing(change));
    }

    @Override
    public void streamed(Change change) {
        append(committing(change));
    }

    @Override
    public void failed(Change change, Throwable why) {
        var line = line(change.by(), "failed");
        put(line, "before", change.before().toString());
        put(line, "detail", String.valueOf(why.getMessage()));
        appendIfPossible(line);
    }

    private static Map<String, Object> committing(Change change) {
        var line = line(change.by(), change.streamed() ? "loaded" : "committed");
        if (!change.streamed()) {
            var graphs = new LinkedHashSet<String>();
            for (var quads : java.util.List.of(change.removed(), change.added()))
                for (var quad : quads)
                    if (graphs.size() < GRAPHS_NAMED)
                        graphs.add(
                                quad.isDefaultGraph()
                                        ? "default"
                                        : neutral(quad.getGraph().toString()));
            line.put("graphs", graphs);
            line.put("added", change.added().size());
            line.put("removed", change.removed().size());
        }
        put(line, "before", change.before().toString());
        put(line, "after", change.after().toString());
        return line;
    }

    /**
     * Writes down a write that changed nothing, or was done before, if no line tells of it yet.
     *
     * @param outcome {@code unchanged} or {@code repeated}
     * @throws Problem where that can't be done
     */
    public void note(AuditedRequest request, Attribution by, String outcome, Version version) {
        if (request.isRecorded()) return;
        var line = line(by, outcome);
        describe(line, request);
        put(line, "before", version.toString());
        put(line, "after", version.toString());
        append(line);
    }

    /** Writes down that a request was refused; where that can't be done, the log tells. */
    public void refused(AuditedRequest request, String who, Problem problem) {
        var status = problem.kind().status();
        if (status >= 500 && request.isRecorded()) return;
        var line =
                line(new Attribution(who, Optional.empty()), status < 500 ? "refused" : "failed");
        describe(line, request);
        line.put("status", status);
        put(line, "detail", problem.detail());
        appendIfPossible(line);
    }

    private static Map<String, Object> line(Attribution by, String outcome) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", Instant.now().toString());
        line.put("outcome", outcome);
        put(line, "who", by.agent());
        by.reason().ifPresent(why -> put(line, "why", why));
        AuditedRequest.current()
                .ifPresent(request -> {
                    describe(line, request);
                    request.recorded();
                });
        return line;
    }

    private static void describe(Map<String, Object> line, AuditedRequest request) {
        put(line, "request", request.id());
        put(line, "client", request.client());
        put(line, "action", request.action());
        request.text().ifPresent(text -> put(line, "text", text));
    }

    private static void put(Map<String, Object> line, String name, String text) {
        line.put(name, neutral(text));
    }

    /** The text, cut, without characters that steer a terminal or the direction of writing. */
    private static String neutral(String text) {
        var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return cut.replaceAll(
                "[\\p{Cc}&&[^\\n\\t]]|[\\x{2028}\\x{2029}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]",
                "\ufffd");
    }

    private void append(Map<String, Object> line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.INTERNAL,
                            "The audit can't be written, so nothing was changed.")
                    .causedBy(e);
        }
    }

    private void appendIfPossible(Map<String, Object> line) {
        try {
            file.append(line);
        } catch (IOException e) {
            log.error("The audit can't be written: {}", line, e);
        }
    }
}
