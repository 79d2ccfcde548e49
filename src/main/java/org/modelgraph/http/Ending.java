package org.modelgraph.http;

import org.modelgraph.catalog.TableFormat;
import org.modelgraph.problem.Problem;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last part of an address: a name, and the ending of a format where there is one. A name may
 * hold dots itself, as {@code with-gpt-3.5} does.
 */
record Ending(String id, Optional<TableFormat> format) {
    /**
     * Takes an address apart.
     *
     * @param known tells whether there is something of a name
     * @throws Problem of kind {@link Problem.Kind#NOT_ACCEPTABLE} where the name is known and the
     *     ending is none
     */
    static Ending of(String path, Predicate<String> known) {
        var dot = path.lastIndexOf('.');
        if (known.test(path) || dot < 0) return new Ending(path, Optional.empty());
        var name = path.substring(0, dot);
        var format = TableFormat.ofExtension(path.substring(dot + 1));
        if (format.isEmpty() && known.test(name))
            throw Problem.of(
                            Problem.Kind.NOT_ACCEPTABLE,
                            "There is no format '" + path.substring(dot) + "' here.")
                    .hint("On offer: " + TableFormat.endings() + ".");
        return new Ending(format.isPresent() ? name : path, format);
    }
}
