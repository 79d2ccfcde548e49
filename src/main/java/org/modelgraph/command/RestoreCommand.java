package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.maintenance.Backup;
import org.modelgraph.maintenance.BackupReader;
import org.modelgraph.maintenance.Backups;
import org.modelgraph.maintenance.Restoration;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.Path;

/** {@code restore}: a backup as a store. */
final class RestoreCommand extends Command {
    private static final String NEWEST = "newest";

    RestoreCommand() {
        super(
                "restore",
                "Makes a store of a backup, all or nothing, after the backup has been verified. A"
                        + " truncated or altered file is refused, and so is a directory that a"
                        + " process has open.",
                Setting.DATABASE,
                Setting.BACKUPS);
        spec().addOption(flag("--force", "Replaces the store that is in the directory."));
        spec().addOption(
                        flag(
                                "--follow",
                                "For a replica: keeps the version, from which the log of the"
                                        + " writer leads on."));
        spec().addOption(flag("--check", "Only verifies the backup."));
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE|newest")
                                .type(String.class)
                                .arity("1")
                                .required(true)
                                .index("0")
                                .description("The backup; newest is the newest one of the store.")
                                .build());
    }

    private static OptionSpec flag(String name, String help) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").description(help).build();
    }

    @Override
    public Integer call() {
        var settings = settings();
        var file = file(given().matchedPositionalValue(0, ""), new Backups(settings.backups()));
        if (given().hasMatchedOption("--check")) {
            var contents = new BackupReader(file).verify();
            out().printf(
                            "%s is whole: %d quads of version %s, made at %s%n",
                            file, contents.quads(), contents.version(), contents.created());
        } else {
            var restoration = new Restoration(settings.database());
            var overwrite = given().hasMatchedOption("--force");
            var outcome =
                    given().hasMatchedOption("--follow")
                            ? restoration.following(file, overwrite)
                            : restoration.from(file, overwrite);
            out().printf(
                            "Restored %d quads from %s into %s; version %s%n",
                            outcome.contents().quads(),
                            file,
                            settings.database(),
                            outcome.version());
        }
        out().flush();
        return CommandLineInterface.DONE;
    }

    private static Path file(String given, Backups backups) {
        if (!given.equals(NEWEST)) return Path.of(given);
        return backups.newest()
                .map(Backup::file)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "There is no backup.")
                                .hint("Name the file, or the directory with --backups."));
    }
}
