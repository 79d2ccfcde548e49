package org.modelgraph.access;

import at.favre.lib.crypto.bcrypt.BCrypt;

import org.modelgraph.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of users and passwords as {@code htpasswd -B} writes it: lines {@code NAME:BCRYPT-HASH},
 * and behind another colon, where wanted, the scopes with blanks between them.
 */
public final class PasswordFile {
    /** bcrypt looks at no more of a password. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Duration TRUST = Duration.ofMinutes(5);
    private static final int MOST_TRUSTED = 1000;

    /** Checked where there is no such user, so that the time tells nothing. */
    private static final String NOBODY =
            BCrypt.withDefaults().hashToString(10, UUID.randomUUID().toString().toCharArray());

    private record Entry(String hash, List<Scope> scopes) {}

    private final Path file;
    private final WatchedFile<Map<String, Entry>> watched;
    private final String salt = UUID.randomUUID().toString();
    private final Map<String, Long> trusted =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST_TRUSTED;
                }
            };

    private PasswordFile(Path file) {
        this.file = file;
        this.watched = new WatchedFile<>(file, this::parse, Map.of());
    }

    /**
     * The users in a file.
     *
     * @throws Problem where it can't be read, naming the line that is wrong
     */
    public static PasswordFile open(Path file) {
        if (!Files.isReadable(file))
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The password file " + file + " can't be read.")
                    .hint("Make it with htpasswd -B -c " + file + " NAME.");
        var opened = new PasswordFile(file);
        opened.users();
        return opened;
    }

    /** How many users there are now. */
    public int users() {
        return watched.now().size();
    }

    /**
     * The user, if the password is right. One check runs at a time, and a right password is
     * remembered for five minutes, so that hashing can't be made to take all cores.
     */
    public synchronized Optional<Principal> check(String name, String password) {
        var entry = Optional.ofNullable(watched.now().get(name));
        var hash = entry.map(Entry::hash).orElse(NOBODY);
        var evidence = Token.hash(salt + "\n" + name + "\n" + hash + "\n" + password);
        if (!isTrusted(evidence)) {
            if (!verify(password, hash) || entry.isEmpty()) return Optional.empty();
            trusted.put(evidence, System.nanoTime());
        }
        return entry.map(e -> new Principal("user " + name, e.scopes()));
    }

    private boolean isTrusted(String evidence) {
        var since = trusted.get(evidence);
        return since != null && System.nanoTime() - since < TRUST.toNanos();
    }

    private static boolean verify(String password, String hash) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        return BCrypt.verifyer()
                .verify(
                        Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_PASSWORD_BYTES)),
                        hash.getBytes(StandardCharsets.US_ASCII))
                .verified;
    }

    private Map<String, Entry> parse(String text) {
        var entries = new LinkedHashMap<String, Entry>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            var parts = line.split(":", 3);
            if (parts.length < 2 || !parts[1].matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}"))
                throw Problem.of(
                                Problem.Kind.NOT_READY,
                                file + ":" + (i + 1) + ": this is no user with a bcrypt hash.")
                        .hint("Write the line with htpasswd -B.");
            entries.put(parts[0], new Entry(parts[1], scopes(parts, i + 1)));
        }
        return entries;
    }

    private List<Scope> scopes(String[] parts, int line) {
        if (parts.length < 3 || parts[2].isBlank()) return Principal.USUAL;
        try {
            return Arrays.stream(parts[2].strip().split("\\s+")).map(Scope::of).toList();
        } catch (Problem e) {
            throw Problem.of(Problem.Kind.NOT_READY, file + ":" + line + ": " + e.detail())
                    .hint(e.hint().orElse("Give the user other scopes."))
                    .causedBy(e);
        }
    }
}
