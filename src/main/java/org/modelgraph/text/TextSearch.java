package org.modelgraph.text;

import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.modelgraph.graph.Change;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Participant;
import org.modelgraph.graph.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Searches the texts of a store by their words, with Lucene. Every answer is that of the state of
 * the store that the asker reads: the index knows its version, follows each commit by what it
 * changed, and is made anew where that is not known.
 */
public final class TextSearch implements Participant {
    private static final Logger log = LoggerFactory.getLogger(TextSearch.class);

    /**
     * Lucene tells every process on standard error how to make vectors faster, which are not used
     * here.
     */
    private static final java.util.logging.Logger LUCENE =
            java.util.logging.Logger.getLogger("org.apache.lucene");

    private static final int STATES = 3;

    private final Deque<TextIndex> states = new ArrayDeque<>();
    private final Pending pending = new Pending();
    private Optional<IndexWriter> writer = Optional.empty();

    static {
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
    }

    private TextSearch() {}

    /** The search of a store's texts, which property functions of its queries find too. */
    public static TextSearch of(KnowledgeGraph store) {
        var search = new TextSearch();
        store.enlist(search);
        store.provide(TextQuery.SEARCH, search);
        return search;
    }

    /**
     * The texts that fit in one state of the store, the best first. The first search of a state
     * that the index does not follow waits until its texts have been read.
     */
    public List<Match> find(View view, Wanted wanted) {
        var index = held(view);
        try {
            return index.find(wanted);
        } finally {
            index.release();
        }
    }

    private synchronized TextIndex held(View view) {
        try {
            var index = at(view);
            index.hold();
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextIndex at(View view) throws IOException {
        for (var state : states) if (state.version().equals(view.version())) return state;
        if (follow(view)) return states.getFirst();
        var newest = states.peekFirst();
        var isPast =
                newest != null
                        && newest.version().epoch().equals(view.version().epoch())
                        && newest.version().number() > view.version().number();
        return isPast ? past(view) : anew(view);
    }

    /** Brings the newest index to the state of a view by the changes between; false if unknown. */
    private boolean follow(View view) throws IOException {
        if (states.isEmpty() || writer.isEmpty()) return false;
        var changes = pending.take(states.getFirst().version(), view.version());
        if (changes.isEmpty()) return false;
        var out = writer.get();
        for (var change : changes.get()) {
            for (var quad : change.removed())
                if (Entry.isText(quad)) out.deleteDocuments(Entry.term(quad));
            for (var quad : change.added())
                if (Entry.isText(quad)) out.updateDocument(Entry.term(quad), Entry.document(quad));
        }
        var old = states.getFirst().reader();
        var fresh = DirectoryReader.openIfChanged(old, out);
        if (fresh == null) {
            old.incRef();
            fresh = old;
        }
        enter(new TextIndex(view.version(), fresh));
        return true;
    }

    private void enter(TextIndex index) {
        states.addFirst(index);
        while (states.size() > STATES) states.removeLast().release();
    }

    private TextIndex anew(View view) throws IOException {
        while (!states.isEmpty()) states.removeLast().release();
        if (writer.isPresent()) writer.get().close();
        var out = filled(view, new ByteBuffersDirectory());
        writer = Optional.of(out);
        enter(new TextIndex(view.version(), DirectoryReader.open(out)));
        return states.getFirst();
    }

    /** An index of a state before the newest, for one search; nobody else will ask for it. */
    private static TextIndex past(View view) throws IOException {
        try (var out = filled(view, new ByteBuffersDirectory())) {
            return new TextIndex(view.version(), DirectoryReader.open(out));
        }
    }

    private static IndexWriter filled(View view, Directory directory) throws IOException {
        var begin = System.nanoTime();
        var analyzer = new PerFieldAnalyzerWrapper(Tongue.OTHER.analyzer(), Tongue.analyzers());
        var out = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        var texts = 0;
        for (var quads = view.dataset().find(); quads.hasNext(); ) {
            var quad = quads.next();
            if (!Entry.isText(quad)) continue;
            out.addDocument(Entry.document(quad));
            texts++;
        }
        log.debug("Indexed {} texts in {} ms", texts, (System.nanoTime() - begin) / 1_000_000);
        return out;
    }

    @Override
    public void committed(Change change) {
        pending.add(change);
    }
}
