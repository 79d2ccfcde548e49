package org.modelgraph.maintenance;

import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.graph.View;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Writes a state of a store as a backup: N-Quads with comments that say when it was, which version,
 * what the ledger holds, how many quads; and at the end the SHA-256 of all that comes before. Blank
 * nodes keep their labels, so that they are the same ones after restoring.
 */
final class BackupWriter {
    static final String FIRST = "# modelgraph backup 1";
    static final String CREATED = "# created ";
    static final String VERSION = "# version ";
    static final String ENTRY = "# entry ";
    static final String QUADS = "# quads ";
    static final String HASH = "# sha256 ";

    private static final int CHECK_EVERY = 1024;
    private static final String PLAIN_LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?";

    private final NodeFormatter nodes = new Labelled();

    private static final class Labelled extends NodeFormatterNT {
        @Override
        public void formatBNode(AWriter out, String label) {
            out.print(label.matches(PLAIN_LABEL) ? "_:" + label : "<_:" + label + ">");
        }
    }

    /**
     * Writes.
     *
     * @param onward is run now and then, and may throw to end the work
     * @return how many quads were written
     */
    long write(View view, Instant created, Runnable onward, OutputStream out) throws IOException {
        var digest = sha256();
        var hashed = new DigestOutputStream(out, digest);
        var text = IO.wrapUTF8(hashed);
        text.print(FIRST + "\n");
        text.print(CREATED + created + "\n");
        text.print(VERSION + view.version().toIri() + "\n");
        view.ledger()
                .forEach((key, value) -> text.print(ENTRY + encoded(key) + " " + value + "\n"));
        var count = 0L;
        for (var quads = view.dataset().find(); quads.hasNext(); ) {
            if (++count % CHECK_EVERY == 0) onward.run();
            write(quads.next(), text);
        }
        text.print(QUADS + count + "\n");
        text.flush();
        var hash = HASH + HexFormat.of().formatHex(digest.digest()) + "\n";
        out.write(hash.getBytes(StandardCharsets.UTF_8));
        return count;
    }

    private void write(Quad quad, AWriter out) {
        nodes.format(out, quad.getSubject());
        out.print(" ");
        nodes.format(out, quad.getPredicate());
        out.print(" ");
        nodes.format(out, quad.getObject());
        if (!quad.isDefaultGraph()) {
            out.print(" ");
            nodes.format(out, quad.getGraph());
        }
        out.print(" .\n");
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
