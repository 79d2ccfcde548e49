package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of the ontology directory, read: its named graph and what stands in it.
 *
 * @param path the path inside the directory, with slashes, such as {@code graph/seed.trig}
 * @param part the part of the ontology that the file belongs to
 * @param graph the named graph that holds the file's triples
 * @param hash the SHA-256 of the file, and of all tables that belong to it, in hexadecimal
 * @param triples what the file says
 */
public record Document(String path, Part part, Node graph, String hash, Graph triples) {
    /** The parts of the ontology directory. */
    public enum Part {
        /** Classes and properties: the files at the top. */
        ONTOLOGY(""),
        VOCABULARY("vocabulary"),
        SHAPES("shapes"),
        RULES("rules"),
        /** What our terms have in common with those of other vocabularies. */
        ALIGNMENTS("alignments"),
        /** Which concepts of other vocabularies ours correspond to, and why: SSSOM. */
        MAPPINGS("mappings"),
        /** The knowledge itself: one file, one source. */
        GRAPH("graph"),
        /** The questions of the catalogue, which are no part of the directory. */
        QUERIES("queries");

        private final String folder;

        Part(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }
    }

    /** The SHA-256 of some contents, one after the other, in hexadecimal. */
    public static String hash(List<byte[]> contents) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
