package org.modelgraph.history;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.PatchHeader;
import org.apache.jena.rdfpatch.text.RDFPatchReaderText;
import org.modelgraph.graph.Version;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit as the header of an RDF Patch: {@code id} and {@code prev} chain the versions, the rest
 * tells who, when, why and how much.
 */
final class CommitHeader {
    private CommitHeader() {}

    static byte[] write(Commit commit) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PatchText(bytes)) {
            out.header("id", iri(commit.version()));
            out.header("prev", iri(new Version(commit.version().epoch(), commit.previous())));
            out.header(
                    "at",
                    NodeFactory.createLiteralDT(commit.at().toString(), XSDDatatype.XSDdateTime));
            out.header("who", commit.who());
            commit.why().ifPresent(why -> out.header("why", why));
            out.header("added", commit.added());
            out.header("removed", commit.removed());
            out.header("graphs", String.join(" ", commit.graphs()));
            if (commit.moreGraphs() > 0) out.header("moreGraphs", commit.moreGraphs());
            switch (commit.patch()) {
                case Commit.Patch.Inline() -> {}
                case Commit.Patch.Filed(var file) -> out.header("file", file);
                case Commit.Patch.Missing(var reason) -> out.header("gap", reason);
            }
        }
        return bytes.toByteArray();
    }

    private static Node iri(Version version) {
        return NodeFactory.createURI(version.toIri());
    }

    static Commit read(byte[] entry) {
        var header = RDFPatchReaderText.readerHeader(new ByteArrayInputStream(entry));
        return new Commit(
                Version.ofIri(header.getId().getURI()),
                Version.ofIri(header.getPrevious().getURI()).number(),
                Instant.parse(text(header, "at").orElseThrow()),
                text(header, "who").orElse(""),
                text(header, "why"),
                number(header, "added"),
                number(header, "removed"),
                text(header, "graphs")
                        .filter(g -> !g.isEmpty())
                        .map(g -> List.of(g.split(" ")))
                        .orElse(List.of()),
                number(header, "moreGraphs"),
                patch(header));
    }

    private static Commit.Patch patch(PatchHeader header) {
        var file = text(header, "file");
        if (file.isPresent()) return new Commit.Patch.Filed(file.get());
        return text(header, "gap")
                .<Commit.Patch>map(Commit.Patch.Missing::new)
                .orElseGet(Commit.Patch.Inline::new);
    }

    private static Optional<String> text(PatchHeader header, String name) {
        return Optional.ofNullable(header.get(name)).map(Node::getLiteralLexicalForm);
    }

    private static long number(PatchHeader header, String name) {
        return text(header, name).map(Long::parseLong).orElse(0L);
    }
}
