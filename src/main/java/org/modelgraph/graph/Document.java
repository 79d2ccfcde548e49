package org.modelgraph.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

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
        GRAPH("graph");

        private final String folder;

        Part(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }
    }
}
