package org.modelgraph.graph;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Triple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Triples in the order in which they came; what is too much to be held stands in a file. First all
 * is added, then it is read. (Jena's data bag of as many items as it may hold can't be read.)
 */
final class TripleBag implements Iterable<Triple>, AutoCloseable {
    private final int most;
    private final List<Triple> held = new ArrayList<>();
    private Optional<TripleFile> file = Optional.empty();

    /**
     * An empty bag.
     *
     * @param most how many triples it may hold in memory
     */
    TripleBag(int most) {
        this.most = most;
    }

    void add(Triple triple) {
        if (held.size() < most) {
            held.add(triple);
            return;
        }
        if (file.isEmpty()) file = Optional.of(new TripleFile());
        file.get().add(triple);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    @Override
    public Iterator<Triple> iterator() {
        return Iter.concat(
                held.iterator(),
                file.map(TripleFile::iterator).orElse(Collections.emptyIterator()));
    }

    @Override
    public void close() {
        file.ifPresent(TripleFile::close);
    }
}
