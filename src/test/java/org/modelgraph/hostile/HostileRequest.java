package org.modelgraph.hostile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A request that means harm, as bytes, and the answers that are allowed.
 *
 * @param head header lines as they are sent
 * @param body the body, whose length is told; {@code rawbody} is sent without a word about it
 * @param lacks what the answer must not say, in lower case where it is about headers
 */
record HostileRequest(
        String name,
        String area,
        @Nullable String method,
        String path,
        @Nullable String type,
        @Nullable Map<String, String> headers,
        @Nullable String head,
        @Nullable String body,
        @Nullable String rawbody,
        boolean write,
        boolean latin1,
        boolean gzip,
        boolean nohost,
        @JsonProperty("status") String statuses,
        @Nullable String lacks) {

    /** All that a file of them holds. */
    static List<HostileRequest> in(String file) {
        try (var in = HostileRequest.class.getResourceAsStream("/hostile/" + file)) {
            return new YAMLMapper().readValue(in, new TypeReference<List<HostileRequest>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A query, asked by POST. */
    static HostileRequest query(String name, String text, String statuses) {
        return new HostileRequest(
                name,
                "query",
                "POST",
                "/sparql",
                "application/sparql-query",
                null,
                null,
                text,
                null,
                false,
                false,
                false,
                false,
                statuses,
                null);
    }

    /** The same at another path. */
    HostileRequest at(String other) {
        return new HostileRequest(
                name, area, method, other, type, headers, head, body, rawbody, write, latin1, gzip,
                nohost, statuses, lacks);
    }

    List<Integer> allowed() {
        return Arrays.stream(statuses.split(" or ")).map(Integer::valueOf).toList();
    }

    /**
     * The request as it goes over the wire.
     *
     * @param token lets write, where the request is to
     */
    byte[] bytes(Canary canary, String token) {
        var content = body == null ? new byte[0] : content(canary.in(body));
        var lines = new StringBuilder();
        lines.append(method == null ? "GET" : method).append(' ');
        lines.append(filled(path, canary)).append(" HTTP/1.1\r\n");
        if (!nohost) lines.append("Host: 127.0.0.1\r\n");
        if (write) lines.append("Authorization: Bearer ").append(token).append("\r\n");
        if (type != null)
            lines.append("Content-Type: ").append(filled(type, canary)).append("\r\n");
        if (headers != null)
            headers.forEach((key, value) ->
                    lines.append(key).append(": ").append(filled(value, canary)).append("\r\n"));
        if (head != null) lines.append(filled(head, canary));
        if (body != null) lines.append("Content-Length: ").append(content.length).append("\r\n");
        if (headers == null || !headers.containsKey("Connection"))
            lines.append("Connection: close\r\n");
        lines.append("\r\n");
        var out = new ByteArrayOutputStream();
        out.writeBytes(lines.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        if (rawbody != null) out.writeBytes(rawbody.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static String filled(String text, Canary canary) {
        return HostileQuery.repeated(canary.in(text));
    }

    private byte[] content(String text) {
        var bytes =
                HostileQuery.repeated(text)
                        .getBytes(latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        if (!gzip) return bytes;
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public String toString() {
        return area + ": " + name;
    }
}
