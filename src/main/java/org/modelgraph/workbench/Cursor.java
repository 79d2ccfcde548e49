package org.modelgraph.workbench;

import org.modelgraph.sparql.Prefixes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The place in a query text where somebody writes: what was begun there, which part of a triple it
 * is, and what is known of the rest of that triple. The text needs not be right or whole.
 *
 * @param from where the begun word begins, in UTF-16 units
 * @param word what was begun, empty where nothing is
 * @param role which part of a triple stands here
 * @param subject the subject of the triple as written, where it stands already
 * @param predicate the IRI of the predicate, where it stands already
 * @param types the IRIs of the classes that the text says the subject has
 * @param prefixes the prefixes that the text declares
 */
record Cursor(
        int from,
        String word,
        Role role,
        Optional<String> subject,
        Optional<String> predicate,
        Set<String> types,
        Map<String, String> prefixes) {
    /** The part of a triple. */
    enum Role {
        SUBJECT,
        PREDICATE,
        OBJECT,
        /** Outside of every pattern. */
        NONE
    }

    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private static final Pattern TOKEN =
            Pattern.compile(
                    "#[^\\n]*|<[^<>\"{}|^`\\s]*>?|\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?"
                        + "|[?$][\\p{L}\\p{N}_]*|@[\\w-]+|[\\p{L}\\p{N}_-]*:[\\p{L}\\p{N}_.:%-]*(?<!\\.)"
                        + "|[\\p{L}\\p{N}_-]+|[^\\s]");

    private static final Pattern DECLARATION =
            Pattern.compile("(?i)\\bPREFIX\\s+([\\p{L}\\p{N}_.-]*):\\s*<([^>\\s]*)>");

    private static final Set<String> CLAUSES =
            Set.of(
                    "filter",
                    "bind",
                    "optional",
                    "union",
                    "minus",
                    "graph",
                    "values",
                    "select",
                    "where",
                    "service",
                    "order",
                    "group",
                    "having",
                    "limit",
                    "offset",
                    "prefix",
                    "construct",
                    "ask",
                    "describe",
                    "distinct",
                    "exists",
                    "not",
                    "as",
                    "by");

    /** Reads a text up to an offset, in UTF-16 units. */
    static Cursor at(String text, int offset) {
        var end = Math.clamp(offset, 0, text.length());
        var prefixes = prefixes(text);
        var reader = new Reader(prefixes);
        var tokens = TOKEN.matcher(text.substring(0, end));
        var from = end;
        var word = "";
        while (tokens.find()) {
            if (tokens.end() == end && isWord(tokens.group())) {
                from = tokens.start();
                word = tokens.group();
            } else {
                reader.take(tokens.group());
            }
        }
        return new Cursor(
                from,
                word,
                reader.role(),
                Optional.ofNullable(reader.subject),
                Optional.ofNullable(reader.predicate),
                typesOf(reader.subject, text, prefixes),
                prefixes);
    }

    private static boolean isWord(String token) {
        return token.matches("(?s)[\\p{L}\\p{N}_:<?$].*") && !token.endsWith(">");
    }

    private static Map<String, String> prefixes(String text) {
        var prefixes = new HashMap<String, String>();
        DECLARATION.matcher(text).results().forEach(d -> prefixes.put(d.group(1), d.group(2)));
        return Map.copyOf(prefixes);
    }

    private static Set<String> typesOf(
            @org.jspecify.annotations.Nullable String subject,
            String text,
            Map<String, String> prefixes) {
        if (subject == null) return Set.of();
        var reader = new Reader(prefixes);
        var tokens = TOKEN.matcher(text);
        var types = new java.util.LinkedHashSet<String>();
        while (tokens.find()) {
            var token = tokens.group();
            if (reader.role() == Role.OBJECT
                    && subject.equals(reader.subject)
                    && TYPE.equals(reader.predicate)) iri(token, prefixes).ifPresent(types::add);
            reader.take(token);
        }
        return types;
    }

    /** The IRI that a token writes, by the prefixes of the text or else by those known here. */
    static Optional<String> iri(String token, Map<String, String> prefixes) {
        if (token.equals("a")) return Optional.of(TYPE);
        if (token.startsWith("<"))
            return token.endsWith(">")
                    ? Optional.of(token.substring(1, token.length() - 1))
                    : Optional.empty();
        var colon = token.indexOf(':');
        if (colon < 0) return Optional.empty();
        var namespace = prefixes.get(token.substring(0, colon));
        return namespace == null
                ? Prefixes.expand(token)
                : Optional.of(namespace + token.substring(colon + 1));
    }

    /** Follows the tokens of a text and knows which part of a triple comes next. */
    private static final class Reader {
        private final Map<String, String> prefixes;
        private final Deque<List<Optional<String>>> outer = new ArrayDeque<>();
        private @org.jspecify.annotations.Nullable String subject;
        private @org.jspecify.annotations.Nullable String predicate;
        private int depth;
        private int round;
        private boolean object;

        Reader(Map<String, String> prefixes) {
            this.prefixes = prefixes;
        }

        Role role() {
            if (depth == 0 || round > 0) return Role.NONE;
            if (subject == null) return Role.SUBJECT;
            return predicate == null ? Role.PREDICATE : object ? Role.NONE : Role.OBJECT;
        }

        void take(String token) {
            switch (token.charAt(0)) {
                case '#' -> {}
                case '{' -> {
                    depth++;
                    clear();
                }
                case '}' -> {
                    depth = Math.max(0, depth - 1);
                    clear();
                }
                case '(' -> round++;
                case ')' -> round = Math.max(0, round - 1);
                case '[' -> open();
                case ']' -> close();
                default -> inTriple(token);
            }
        }

        private void open() {
            var held = new ArrayList<Optional<String>>();
            held.add(Optional.ofNullable(subject));
            held.add(Optional.ofNullable(predicate));
            outer.push(held);
            subject = "[]";
            predicate = null;
            object = false;
        }

        private void close() {
            if (outer.isEmpty()) return;
            var held = outer.pop();
            subject = held.get(0).orElse("[]");
            predicate = held.get(1).orElse(null);
            object = predicate != null;
        }

        private void clear() {
            subject = null;
            predicate = null;
            object = false;
        }

        private void inTriple(String token) {
            if (depth == 0 || round > 0) return;
            switch (token) {
                case "." -> clear();
                case ";" -> {
                    predicate = null;
                    object = false;
                }
                case "," -> object = false;
                case "/", "|", "^", "+", "*", "!" -> {
                    if (!object && !token.equals("+") && !token.equals("*")) predicate = null;
                }
                default -> term(token);
            }
        }

        private void term(String token) {
            if (CLAUSES.contains(token.toLowerCase(Locale.ROOT))) clear();
            else if (subject == null) subject = token;
            else if (predicate == null) predicate = iri(token, prefixes).orElse(token);
            else object = true;
        }
    }
}
