package org.modelgraph.maintenance;

import org.modelgraph.graph.Inspection;
import org.modelgraph.graph.Inspection.Kind;
import org.modelgraph.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what is wrong with a store, and what would help. */
public final class Doctor {
    private static final Logger log = LoggerFactory.getLogger(Doctor.class);

    private final Path directory;
    private final Backups backups;
    private final Inspection inspection;

    public Doctor(Path directory, Backups backups) {
        this.directory = directory;
        this.backups = backups;
        this.inspection = new Inspection(directory);
    }

    /** Something that helps, in words and as deed. */
    public record Remedy(String inWords, Runnable deed) {}

    /**
     * What was found, and what would help, in the order in which it is done; no remedy for damage
     * that has none.
     */
    public record Diagnosis(Inspection.Report report, List<Remedy> remedies) {
        public boolean isHealthy() {
            return report.findings().stream().allMatch(f -> f.kind() == Kind.TORN_JOURNAL);
        }

        private boolean has(Kind kind) {
            return report.findings().stream().anyMatch(f -> f.kind() == kind);
        }
    }

    /**
     * Examines the store and changes nothing.
     *
     * @throws Problem where there is none, or a process has it open
     */
    public Diagnosis examine() {
        var found = new Diagnosis(inspection.run(), List.of());
        var remedies = new ArrayList<Remedy>();
        if (found.has(Kind.UNREADABLE) || found.has(Kind.NODE) || found.has(Kind.VERSION))
            restoration().ifPresent(remedies::add);
        else if (found.has(Kind.INDEX))
            remedies.add(
                    new Remedy(
                            "write all indexes anew from the one that agrees with the most others",
                            inspection::rebuild));
        if (found.has(Kind.ORPHAN))
            remedies.add(
                    new Remedy("remove what a sudden end left behind", inspection::removeOrphans));
        return new Diagnosis(found.report(), remedies);
    }

    /** The newest backup that is whole, if there is one. */
    private Optional<Remedy> restoration() {
        for (var backup : backups.all().reversed()) {
            try {
                var contents = new BackupReader(backup.file()).verify();
                return Optional.of(
                        new Remedy(
                                "restore %s: %d quads of version %s, made at %s; what was committed later is lost"
                                        .formatted(
                                                backup.file(),
                                                contents.quads(),
                                                contents.version(),
                                                contents.created()),
                                () -> new Restoration(directory).from(backup.file(), true)));
            } catch (Problem broken) {
                log.warn("Passed over: {}", broken.detail());
            }
        }
        return Optional.empty();
    }
}
