package org.modelgraph.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.problem.Problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The file of bearer tokens. It holds hashes, never a token; it is replaced as a whole, so that a
 * reader sees the old list or the new one; and processes that change it wait for each other.
 */
public final class TokenFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Lock CHANGE = new ReentrantLock();

    private final Path file;
    private final WatchedFile<List<Token>> watched;

    /** The tokens in a file, which need not exist yet. */
    public TokenFile(Path file) {
        this.file = file;
        this.watched = new WatchedFile<>(file, this::parse, List.of());
    }

    /** The tokens as they stand in the file now, in the order of their creation. */
    public List<Token> tokens() {
        return watched.now();
    }

    /** The token with this text, expired or not; how long the search takes tells nothing of it. */
    public Optional<Token> find(String text) {
        var hash = Token.hash(text).getBytes(StandardCharsets.US_ASCII);
        var found = Optional.<Token>empty();
        for (var token : tokens()) {
            var held = token.hash().getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(held, hash)) found = Optional.of(token);
        }
        return found;
    }

    /**
     * A token that has just been made.
     *
     * @param text the token itself, which is kept nowhere
     */
    public record Issued(Token token, String text) {}

    /** Makes a token. */
    public Issued issue(String label, List<Scope> scopes, Instant now, Optional<Instant> expires) {
        var text = Token.newText();
        var hash = Token.hash(text);
        var token =
                new Token(
                        hash.substring(0, 8),
                        label,
                        hash,
                        List.copyOf(scopes),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        expires.map(e -> e.truncatedTo(ChronoUnit.SECONDS)));
        change(tokens -> {
            var more = new ArrayList<>(tokens);
            more.add(token);
            return more;
        });
        return new Issued(token, text);
    }

    /**
     * Takes a token back.
     *
     * @throws Problem where there is none of that id
     */
    public Token revoke(String id) {
        var revoked =
                tokens().stream()
                        .filter(t -> t.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.of(
                                                Problem.Kind.NOT_FOUND,
                                                "There is no token '" + id + "' in " + file + ".")
                                        .hint("modelgraph token list shows the ids."));
        change(tokens -> tokens.stream().filter(t -> !t.id().equals(id)).toList());
        return revoked;
    }

    private void change(UnaryOperator<List<Token>> work) {
        var lock = file.resolveSibling("tokens.lock");
        CHANGE.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                replace(print(work.apply(tokens())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tokens can't be written to " + file, e);
        } finally {
            CHANGE.unlock();
        }
    }

    private void replace(byte[] content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        createPrivate(part);
        try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) out.write(bytes);
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createPrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        else Files.createFile(path);
    }

    private static byte[] print(List<Token> tokens) throws JsonProcessingException {
        var root = JSON.createObjectNode();
        var list = root.putArray("tokens");
        for (var token : tokens) {
            var entry = list.addObject();
            entry.put("id", token.id()).put("label", token.label()).put("sha256", token.hash());
            var scopes = entry.putArray("scopes");
            token.scopes().forEach(s -> scopes.add(s.toString()));
            entry.put("created", token.created().toString());
            token.expires().ifPresent(e -> entry.put("expires", e.toString()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private List<Token> parse(String text) {
        try {
            var tokens = new ArrayList<Token>();
            for (var entry : JSON.readTree(text).path("tokens")) tokens.add(token(entry));
            return List.copyOf(tokens);
        } catch (JsonProcessingException | DateTimeException | Problem e) {
            throw Problem.of(
                            Problem.Kind.NOT_READY,
                            "The token file " + file + " is not what it should be.")
                    .hint("Move it away and make new tokens with modelgraph token create.")
                    .causedBy(e);
        }
    }

    private static Token token(JsonNode entry) {
        var scopes = new ArrayList<Scope>();
        entry.path("scopes").forEach(s -> scopes.add(Scope.of(s.asText())));
        return new Token(
                entry.path("id").asText(),
                entry.path("label").asText(),
                entry.path("sha256").asText(),
                List.copyOf(scopes),
                Instant.parse(entry.path("created").asText()),
                Optional.of(entry.path("expires"))
                        .filter(JsonNode::isTextual)
                        .map(e -> Instant.parse(e.asText())));
    }
}
