package org.modelgraph.engine;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** An iterator whose work begins when it is first asked. */
final class LazyIterator<T> implements Iterator<T> {
    private final Supplier<Iterator<T>> source;
    private Optional<Iterator<T>> begun = Optional.empty();

    LazyIterator(Supplier<Iterator<T>> source) {
        this.source = source;
    }

    private Iterator<T> rows() {
        if (begun.isEmpty()) begun = Optional.of(source.get());
        return begun.get();
    }

    @Override
    public boolean hasNext() {
        return rows().hasNext();
    }

    @Override
    public T next() {
        return rows().next();
    }
}
