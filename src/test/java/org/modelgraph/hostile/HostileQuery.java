package org.modelgraph.hostile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query that means harm, and what the server must do with it. */
record HostileQuery(String name, String query, String outcome, @Nullable Long n) {
    private static final Pattern REPEATED = Pattern.compile("«(\\d+)\\*(.*?)»", Pattern.DOTALL);

    /** All that are written down. */
    static List<HostileQuery> all() {
        try (var in = HostileQuery.class.getResourceAsStream("/hostile/queries.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<HostileQuery>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the query, which would call a canary if it could. */
    String text(Canary canary) {
        return canary.in(repeated(query));
    }

    /** The same as a request. */
    HostileRequest request() {
        return HostileRequest.query(name, query, "200");
    }

    /** The text with what is to be repeated written out. */
    static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(m.group(2).repeat(Integer.parseInt(m.group(1)))));
    }

    @Override
    public String toString() {
        return name;
    }
}
