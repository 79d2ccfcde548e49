package org.modelgraph.text;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.modelgraph.graph.Version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The texts of one state of the store. */
final class TextIndex {
    private final Version version;
    private final DirectoryReader reader;

    /** The index of a version; the reader becomes its own. */
    TextIndex(Version version, DirectoryReader reader) {
        this.version = version;
        this.reader = reader;
    }

    Version version() {
        return version;
    }

    DirectoryReader reader() {
        return reader;
    }

    /** Keeps the files from being given back until {@link #release}. */
    void hold() {
        reader.incRef();
    }

    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts that fit, the best first; one that stands in several graphs is told once. */
    List<Match> find(Wanted wanted) {
        try {
            var searcher = new IndexSearcher(reader);
            var found = searcher.search(wanted.query(), wanted.limit());
            var documents = searcher.storedFields();
            var matches = new ArrayList<Match>();
            var seen = new HashSet<>();
            for (var hit : found.scoreDocs) {
                var match = Entry.match(documents.document(hit.doc), hit.score);
                if (seen.add(List.of(match.subject(), match.property(), match.literal())))
                    matches.add(match);
            }
            return matches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
