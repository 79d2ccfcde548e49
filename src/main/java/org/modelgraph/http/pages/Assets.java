package org.modelgraph.http.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.graph.Document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The files that pages need: our own style sheet, pictures and modules, the texts that modules say,
 * and the libraries that they import. Their addresses hold a hash of all of them, so that a browser
 * may keep each for good.
 */
public final class Assets {
    /** Our own files. */
    public static final List<String> OWN =
            List.of(
                    "favicon.svg",
                    "modelgraph.css",
                    "js/bench.js",
                    "js/cards.js",
                    "js/chart.js",
                    "js/code.js",
                    "js/combobox.js",
                    "js/dom.js",
                    "js/editor.js",
                    "js/enhance.js",
                    "js/format.js",
                    "js/graph.js",
                    "js/notebook.js",
                    "js/run.js",
                    "js/site.js",
                    "js/table.js",
                    "js/terms.js",
                    "js/theme.js",
                    "js/timeline.js",
                    "js/workbench.js");

    /** What the modules import by name, and the file of a library that it stands for. */
    private static final Map<String, String> IMPORTS = imports();

    /** The parts of the texts that modules say, each a module of its own for every language. */
    private static final List<String> SPOKEN = List.of("site", "workbench");

    private static final int DIGITS = 12;
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
    private static final String HASH = hash();

    private Assets() {}

    private static Map<String, String> imports() {
        var imports = new LinkedHashMap<String, String>();
        for (var part : List.of("autocomplete", "commands", "language", "lint", "state", "view"))
            imports.put("@codemirror/" + part, "codemirror__" + part + "/dist/index.js");
        imports.put("@codemirror/legacy-modes/", "codemirror__legacy-modes/");
        for (var part : List.of("common", "highlight"))
            imports.put("@lezer/" + part, "lezer__" + part + "/dist/index.js");
        imports.put("@marijn/find-cluster-break", "marijn__find-cluster-break/src/index.js");
        imports.put("crelt", "crelt/index.js");
        imports.put("style-mod", "style-mod/src/style-mod.js");
        imports.put("w3c-keyname", "w3c-keyname/index.js");
        for (var part : List.of("dispatch", "force", "quadtree", "timer"))
            imports.put("d3-" + part, "d3-" + part + "/src/index.js");
        return imports;
    }

    private static String hash() {
        var parts = new java.util.ArrayList<byte[]>();
        for (var name : OWN) parts.add(read("/assets/" + name).orElseThrow());
        for (var language : Frame.LANGUAGES)
            for (var part : SPOKEN) parts.add(spoken(part, language));
        for (var file : IMPORTS.values()) parts.add(version(library(file)).getBytes(UTF_8));
        return Document.hash(parts).substring(0, DIGITS);
    }

    /** The path of a file, below the base path of the server. */
    static String path(String name) {
        return "/assets/" + HASH + "/" + name;
    }

    /**
     * A file.
     *
     * @param path what comes after {@code /assets/}, with the hash or without
     */
    public static Optional<byte[]> find(String path) {
        var name = isLasting(path) ? path.substring(HASH.length() + 1) : path;
        var held = FILES.get(name);
        if (held != null) return Optional.of(held.clone());
        var loaded = load(name);
        loaded.ifPresent(file -> FILES.put(name, file.clone()));
        return loaded;
    }

    /** True of a path that always leads to the same bytes. */
    public static boolean isLasting(String path) {
        return path.startsWith(HASH + "/");
    }

    private static Optional<byte[]> load(String name) {
        if (OWN.contains(name)) return read("/assets/" + name);
        for (var language : Frame.LANGUAGES)
            for (var part : SPOKEN)
                if (name.equals("js/texts/" + part + "." + language + ".js"))
                    return Optional.of(spoken(part, language));
        return name.startsWith("lib/") ? inLibrary(name.substring(4)) : Optional.empty();
    }

    private static Optional<byte[]> inLibrary(String file) {
        var library = library(file);
        var known = IMPORTS.values().stream().anyMatch(f -> library(f).equals(library));
        if (!known || !file.matches("[a-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.js")) return Optional.empty();
        return read(
                "/META-INF/resources/webjars/"
                        + library
                        + "/"
                        + version(library)
                        + file.substring(library.length()));
    }

    private static String library(String file) {
        return file.substring(0, file.indexOf('/'));
    }

    private static String version(String library) {
        var properties = new Properties();
        var name = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        try (var in = Assets.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no library " + library);
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] spoken(String part, String language) {
        var texts = Texts.of(language);
        var said =
                texts.keys().stream()
                        .filter(k -> k.startsWith(part + ".") || isKind(part, k))
                        .sorted()
                        .collect(
                                Collectors.toMap(
                                        k -> k, texts::get, (a, _) -> a, LinkedHashMap::new));
        return ("export default " + json(said) + ";\n").getBytes(UTF_8);
    }

    private static boolean isKind(String part, String key) {
        return part.equals("site") && key.startsWith("kind.");
    }

    private static Optional<byte[]> read(String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The import map of the workbench.
     *
     * @param basePath what every address begins with, without a slash at its end
     */
    public static String importMap(String basePath) {
        var map = new LinkedHashMap<String, String>();
        IMPORTS.forEach((name, file) -> map.put(name, basePath + path("lib/" + file)));
        return json(Map.of("imports", map));
    }

    /** The import map as a Content-Security-Policy lets it pass (CSP 3 §2.3.1). */
    public static String importMapSource(String basePath) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(importMap(basePath).getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
