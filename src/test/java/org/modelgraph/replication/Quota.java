package org.modelgraph.replication;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A share of the first processor that one server has to itself (control groups, version 1). */
final class Quota implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup/cpu");
    private static final int PERIOD_MICROS = 20_000;

    private final Path group;

    /** A group without a limit yet. */
    Quota(String name) throws IOException {
        group = GROUPS.resolve("modelgraph-" + name);
        Files.createDirectories(group);
    }

    /** True where this process may make one. */
    static boolean isPossible() {
        return Files.isWritable(GROUPS.resolve("cpu.cfs_quota_us"));
    }

    /** What stands before a command that is to run in the group, on the first processor. */
    List<String> prefix() {
        return List.of(
                "sh",
                "-c",
                "echo $$ > " + group.resolve("cgroup.procs") + "; exec taskset -c 0 \"$@\"",
                "sh");
    }

    /** From now on the group has so much of the processor, between 0 and 1. */
    void limit(double share) throws IOException {
        Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
        Files.writeString(
                group.resolve("cpu.cfs_quota_us"),
                String.valueOf(Math.round(share * PERIOD_MICROS)));
    }

    @Override
    public void close() throws IOException {
        await().until(() -> Files.readAllLines(group.resolve("cgroup.procs")).isEmpty());
        Files.deleteIfExists(group);
    }
}
