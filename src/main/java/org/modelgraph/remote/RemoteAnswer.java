package org.modelgraph.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * A successful answer of a remote store.
 *
 * @param contentType as sent, empty if absent
 * @param body fails when the time of the request is over
 */
public record RemoteAnswer(int status, String contentType, InputStream body)
        implements AutoCloseable {
    /** The media type without parameters, in small letters. */
    public String mediaType() {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
