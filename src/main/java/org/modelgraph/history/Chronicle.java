package org.modelgraph.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.Version;
import org.modelgraph.problem.Problem;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What the log tells of the past, for reading. */
public final class Chronicle {
    /** How many quads a difference may hold. */
    private static final int MOST_QUADS = 1_000_000;

    private final CommitLog log;

    Chronicle(CommitLog log) {
        this.log = log;
    }

    /**
     * The chronicle of a store, read beside a process that may have it open.
     *
     * @param database the directory of the store
     */
    public static Optional<Chronicle> read(Path database) {
        try {
            return CommitLog.read(database.resolve(History.FOLDER)).map(Chronicle::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store that the log is of. */
    public UUID epoch() {
        return log.epoch();
    }

    /** The number of the newest version. */
    public long newest() {
        return log.newest();
    }

    /** The number of the version that the oldest commit kept was made on. */
    public long oldest() {
        try {
            return log.oldest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The number of a version that is named as {@code 12} or {@code 1f2e-12}.
     *
     * @throws Problem where it is none, or one of another store
     */
    public long numberOf(String name) {
        var prefix = new Version(epoch(), 0).toString().replaceFirst("0$", "");
        var number = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (number.matches("\\d{1,18}")) return Long.parseLong(number);
        throw Problem.of(Problem.Kind.NOT_FOUND, "This store has no version '" + name + "'.")
                .hint("A version is a number such as 12, or " + prefix + "12.");
    }

    /** Commits, the newest first. */
    public List<Commit> commits(Selection selection) {
        var places = log.places(selection.since(), selection.before() - 1).reversed();
        var found = new ArrayList<Commit>();
        for (var place : places) {
            if (found.size() == selection.limit()) break;
            var commit = entry(place).map(CommitLog::commit);
            if (commit.isPresent() && commit.get().at().isBefore(selection.after())) break;
            commit.filter(selection::takes).ifPresent(found::add);
        }
        return found;
    }

    /** The commits that follow a version, in their order. */
    public List<Commit> following(long number, int limit) {
        return log.places(number, Long.MAX_VALUE).stream()
                .limit(limit)
                .flatMap(place -> entry(place).stream())
                .map(CommitLog::commit)
                .toList();
    }

    /** The entry at a place; empty where it is no longer kept. */
    private static Optional<byte[]> entry(Segment.Place place) {
        try {
            return Optional.of(place.read());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The commit that made a version; empty where it is not kept. */
    public Optional<Commit> commit(long number) {
        return log.places(number - 1, number).stream()
                .findFirst()
                .flatMap(Chronicle::entry)
                .map(CommitLog::commit);
    }

    /** What a commit changed, in order; nothing where that is missing. */
    public void changes(Commit commit, RDFChanges sink) {
        if (!commit.isWhole()) return;
        try (var in = text(commit)) {
            read(in, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The first changes of a commit, in order.
     *
     * @param most how many; the rest is not even read
     */
    public void first(Commit commit, int most, RDFChanges sink) {
        if (!commit.isWhole()) return;
        var lines = new ArrayList<String>();
        try (var in = new BufferedReader(new InputStreamReader(text(commit), UTF_8))) {
            var changes = 0;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("A ") || line.startsWith("D ")) changes++;
                if (changes > most) break;
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)), sink);
    }

    private static void read(InputStream in, RDFChanges sink) {
        new RDFPatchReaderText(in, ErrorHandlerFactory.errorHandlerStrictNoLogging).apply(sink);
    }

    /** The commit as RDF Patch: header and changes. */
    public InputStream text(Commit commit) throws IOException {
        var entry =
                log.places(commit.number() - 1, commit.number()).stream()
                        .findFirst()
                        .flatMap(Chronicle::entry)
                        .orElseThrow(() -> unknown(commit.number()));
        if (commit.patch() instanceof Commit.Patch.Inline) return new ByteArrayInputStream(entry);
        if (!commit.isWhole()) return new ByteArrayInputStream(entry);
        var head = new ByteArrayInputStream(entry);
        var begin = new ByteArrayInputStream(PatchText.BEGIN);
        var end = new ByteArrayInputStream(PatchText.END);
        return new SequenceInputStream(
                java.util.Collections.enumeration(
                        List.of(head, begin, log.changes(commit, entry), end)));
    }

    /** Writes a commit as RDF Patch. */
    public void write(Commit commit, OutputStream out) throws IOException {
        try (var in = text(commit)) {
            in.transferTo(out);
        }
    }

    /**
     * What changed between two versions; where the first is the later one, what leads back to the
     * second.
     *
     * @throws Problem where one of them is unknown, or no longer kept
     */
    public Difference between(long from, long to) {
        return between(from, to, _ -> true);
    }

    /** The same, of the quads that count. */
    public Difference between(long from, long to, Predicate<Quad> relevant) {
        if (from > to) return between(to, from, relevant).reversed();
        if (to > newest()) throw unknown(to);
        if (from < oldest()) throw gone(from);
        var collector = new Difference.Collector(relevant, MOST_QUADS);
        for (var place : log.places(from, Long.MAX_VALUE)) {
            var commit = CommitLog.commit(entry(place).orElseThrow(() -> gone(from)));
            if (commit.previous() >= to) break;
            if (!commit.isWhole() || commit.number() > to) throw gone(from);
            changes(commit, collector);
        }
        return collector.difference();
    }

    private Problem unknown(long number) {
        return Problem.of(Problem.Kind.NOT_FOUND, "There is no version " + number + " in the log.")
                .hint("The newest is " + newest() + "; /changes lists them.");
    }

    private Problem gone(long number) {
        return Problem.of(
                        Problem.Kind.GONE,
                        "The history does not lead back to version " + number + ".")
                .hint(
                        "It is kept from version "
                                + oldest()
                                + " on, and ends at commits that were too large for it.");
    }

    /**
     * The commits that changed quads with an IRI in them, the newest first; of those that changed
     * more than fits into the log, only that they did.
     */
    public List<Commit> commitsOf(Node thing, Selection selection) {
        var term = PatchText.of(thing);
        var found = new ArrayList<Commit>();
        for (var place : log.places(selection.since(), selection.before() - 1).reversed()) {
            if (found.size() == selection.limit()) break;
            var entry = entry(place);
            if (entry.isEmpty()) break;
            var commit = CommitLog.commit(entry.get());
            if (holds(commit, entry.get(), term, thing)) found.add(commit);
        }
        return found;
    }

    private boolean holds(Commit commit, byte[] entry, byte[] term, Node thing) {
        if (!commit.isWhole()) return false;
        try (var in = new BufferedInputStream(log.changes(commit, entry), 1 << 16)) {
            if (!Occurrence.of(term, in)) return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (commit.patch() instanceof Commit.Patch.Filed) return true;
        var mention = new Mention(thing);
        changes(commit, mention);
        return mention.isFound();
    }
}
