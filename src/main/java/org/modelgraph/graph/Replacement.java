package org.modelgraph.graph;

import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Puts other quads in the place of a store that nobody has open: as a new generation, which takes
 * the place of the old one in one step, when it is whole and on disk.
 */
public final class Replacement {
    private final Path directory;
    private final boolean overwrite;

    private Replacement(Path directory, boolean overwrite) {
        this.directory = directory;
        this.overwrite = overwrite;
    }

    /**
     * A replacement of the store in a directory, which is made if it is missing.
     *
     * @param overwrite whether a store that is there may be replaced
     */
    public static Replacement of(Path directory, boolean overwrite) {
        return new Replacement(directory, overwrite);
    }

    /**
     * Replaces the store.
     *
     * @param before the version that the quads had; the store gets a new epoch, so that no tag fits
     *     it that was given before, and the next number, so that the receipts stay true
     * @param ledger the entries of the ledger
     * @param quads sends the quads
     * @return the version of the store now
     * @throws Problem where a process has the store open, or there is one and it may not be
     *     replaced
     */
    public Version with(Version before, Map<String, String> ledger, Consumer<StreamRDF> quads) {
        var version = new Version(UUID.randomUUID(), before.number() + 1);
        put(target -> {
            quads.accept(StreamRDFLib.dataset(target));
            var entries = Ledger.of(target);
            entries.putAll(ledger);
            entries.putAllChanged(version);
            entries.put(version);
        });
        return version;
    }

    /**
     * Replaces the store by one at the very version that the quads had: for a replica, which goes
     * on from there.
     *
     * @param ledger the entries of the ledger
     * @throws Problem as above
     */
    public void as(Version version, Map<String, String> ledger, Consumer<StreamRDF> quads) {
        put(target -> {
            quads.accept(StreamRDFLib.dataset(target));
            Ledger.of(target).putAll(ledger);
            Ledger.of(target).put(version);
        });
    }

    private void put(Consumer<DatasetGraph> content) {
        StoreFiles.prepare(directory);
        try (var _ = DirectoryLock.take(directory)) {
            if (!overwrite && Generations.newest(directory).isPresent())
                throw Problem.of(
                                Problem.Kind.UNPROCESSABLE,
                                "There is a store in " + directory + " already.")
                        .hint("Name another directory, or replace the store with --force.");
            try (var next = Generation.begin(directory)) {
                next.fill(content);
                next.crown();
            }
            Generations.removeOrphans(directory);
        }
    }
}
