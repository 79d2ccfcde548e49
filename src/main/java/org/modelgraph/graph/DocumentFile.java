package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of an ontology directory that becomes a document, not understood yet.
 *
 * @param root the directory
 */
record DocumentFile(Path root, Document.Part part, Path file) {
    /** All of a directory, by part and path. */
    static List<DocumentFile> in(Path root) {
        var found = new ArrayList<DocumentFile>();
        for (var part : Document.Part.values())
            for (var file :
                    OntologyFiles.in(root.resolve(part.folder()), "ttl", "trig", "rq", "sssom.tsv"))
                found.add(new DocumentFile(root, part, file));
        return found;
    }

    /** The tables of a source. */
    static List<Path> tables(Path root, String source) {
        return OntologyFiles.in(root.resolve("tables").resolve(source), "csv");
    }

    /** The reviewed names that all tables share. */
    static List<Path> names(Path root) {
        return tables(root, "names");
    }

    /** The file beside a table that says what its columns mean; perhaps it is not there. */
    static Path mapping(Path table) {
        return table.resolveSibling(OntologyFiles.stem(table) + ".yaml");
    }

    /** The path inside the directory, with slashes. */
    String path() {
        return OntologyFiles.path(root, file);
    }

    /** The file's name without its endings. */
    String name() {
        return OntologyFiles.stem(file).replaceFirst("\\.sssom$", "");
    }

    /** The named graph that the file fills. */
    Node graph() {
        return Iris.graph(
                switch (part) {
                    case ONTOLOGY ->
                            name().equals("modelgraph") ? "ontology" : "ontology-" + name();
                    case VOCABULARY, SHAPES, ALIGNMENTS, RULES, MAPPINGS ->
                            part.folder() + "-" + name();
                    case GRAPH, QUERIES -> name();
                });
    }

    /** The SHA-256 of the file, and of all tables that belong to it, in hexadecimal. */
    String hash() {
        var contents = new ArrayList<byte[]>();
        contents.add(OntologyFiles.bytes(file));
        var tables = part == Document.Part.GRAPH ? tables(root, name()) : List.<Path>of();
        if (!tables.isEmpty())
            for (var names : names(root)) contents.add(OntologyFiles.bytes(names));
        for (var table : tables) {
            contents.add(OntologyFiles.bytes(table));
            var mapping = mapping(table);
            if (Files.isRegularFile(mapping)) contents.add(OntologyFiles.bytes(mapping));
        }
        return Document.hash(contents);
    }

    /** The document, with what it says. */
    Document saying(Graph triples) {
        return new Document(path(), part, graph(), hash(), triples);
    }
}
