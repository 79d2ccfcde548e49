package org.modelgraph.maintenance;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A whole backup: one file of N-Quads, packed with gzip, that says of itself what it holds.
 *
 * @param at when it was begun, to the millisecond
 */
public record Backup(Path file, Instant at) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("modelgraph-([0-9T.]+Z)\\.nq\\.gz");

    static String name(Instant at) {
        return "modelgraph-" + TIME.format(at) + ".nq.gz";
    }

    /** The backup that a file is by its name. */
    static Optional<Backup> of(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) return Optional.empty();
        try {
            return Optional.of(new Backup(file, TIME.parse(name.group(1), Instant::from)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
