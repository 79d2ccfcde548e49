package org.modelgraph.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON or YAML document that remembers the line it stands on. */
public sealed interface Datum {
    /** The line on which it begins, counted from 1. */
    int line();

    /** What kind of scalar a text was written as. */
    enum Scalar {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /**
     * A scalar.
     *
     * @param written as it is written, without quotes and escapes; empty for null
     */
    record Text(int line, String written, Scalar scalar) implements Datum {
        /** What stands where nothing stands. */
        public static final Text NONE = new Text(0, "", Scalar.NOTHING);
    }

    /** An array or sequence. */
    record Items(int line, List<Datum> items) implements Datum {}

    /** An object or mapping, its keys in the order of the document. */
    record Fields(int line, Map<String, Datum> fields) implements Datum {}

    /** The value of a key; nothing where there is none, or where this holds no keys. */
    default Datum get(String key) {
        return this instanceof Fields of ? of.fields().getOrDefault(key, Text.NONE) : Text.NONE;
    }

    /** The items of an array; of a single value itself, and of nothing none. */
    default List<Datum> items() {
        return this instanceof Items of ? of.items() : isNothing() ? List.of() : List.of(this);
    }

    /** The keys with their values; none where this is no mapping. */
    default Map<String, Datum> fields() {
        return this instanceof Fields of ? of.fields() : Map.of();
    }

    /** True where nothing is said: no value, null, or a blank text. */
    default boolean isNothing() {
        return this instanceof Text of && of.written().isBlank();
    }

    /** The text of a scalar that says something. */
    default Optional<String> text() {
        return this instanceof Text of && !of.written().isBlank()
                ? Optional.of(of.written().strip())
                : Optional.empty();
    }

    /** The text of a scalar under a key, where it says something. */
    default Optional<String> text(String key) {
        return get(key).text();
    }
}
