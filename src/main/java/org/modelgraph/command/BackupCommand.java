package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.maintenance.BackupReader;
import org.modelgraph.maintenance.Backups;

/** {@code backup}: the state of a store as one file that vouches for itself. */
final class BackupCommand extends Command {
    BackupCommand() {
        super(
                "backup",
                "Writes the state of a store into the directory of backups; the store is one that"
                    + " no server has open. A server makes its own. Of old backups the newest of 7"
                    + " days, 4 weeks and 6 months are kept.",
                Setting.DATABASE,
                Setting.BACKUPS);
    }

    @Override
    public Integer call() {
        var settings = settings();
        try (var store = KnowledgeGraph.open(settings.database(), settings.defaultGraph())) {
            var backup = new Backups(settings.backups()).create(store);
            var contents = new BackupReader(backup.file()).verify();
            out().printf(
                            "Wrote %s: %d quads of version %s%n",
                            backup.file(), contents.quads(), contents.version());
            out().flush();
        }
        return CommandLineInterface.DONE;
    }
}
