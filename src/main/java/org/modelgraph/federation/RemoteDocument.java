package org.modelgraph.federation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What another server sent. */
public final class RemoteDocument {
    private final String type;
    private final byte[] body;

    /**
     * A document.
     *
     * @param type its Content-Type, empty where there is none
     * @param body its bytes, to be changed by nobody
     */
    RemoteDocument(String type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    /** The Content-Type, empty where there is none. */
    public String type() {
        return type;
    }

    /** The media type without parameters, in small letters. */
    public String mediaType() {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** How many bytes it has. */
    int length() {
        return body.length;
    }

    /** The body, to be read. */
    public InputStream open() {
        return new ByteArrayInputStream(body);
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
