package org.modelgraph.command;

import org.modelgraph.problem.Problem;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.List;

/**
 * The command line: {@code modelgraph VERB …}.
 *
 * <p>Exit codes: 0 the work is done; 1 it could not be done, or a check found something; 2 the
 * command line or a setting is wrong.
 */
public final class CommandLineInterface {
    /** The work is done. */
    public static final int DONE = 0;

    /** The work could not be done, or a check found something wrong. */
    public static final int FAILED = 1;

    /** The command line or a setting is wrong. */
    public static final int MISUSED = 2;

    private CommandLineInterface() {}

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        return create().execute(arguments);
    }

    static CommandLine create() {
        var spec = CommandSpec.create().name("modelgraph").mixinStandardHelpOptions(true);
        var version = CommandLineInterface.class.getPackage().getImplementationVersion();
        spec.version("modelgraph " + (version == null ? "(unpackaged)" : version));
        spec.usageMessage()
                .description("An open knowledge graph of AI models, and a server for it.")
                .footer(
                        "",
                        "Exit codes: 0 done; 1 failed, or a check found something; 2 wrong command"
                                + " line or setting.");
        for (var command :
                List.of(
                        new ServeCommand(),
                        new LoadCommand(),
                        new ImportCommand(),
                        new QueryCommand(),
                        new CheckCommand(),
                        new ExportCommand(),
                        new CompactCommand(),
                        new BackupCommand(),
                        new RestoreCommand(),
                        new DoctorCommand(),
                        new LogCommand(),
                        new TokenCommand()))
            spec.addSubcommand(command.spec().name(), command.spec());
        return new CommandLine(spec)
                .setExecutionStrategy(CommandLineInterface::execute)
                .setExecutionExceptionHandler((e, line, _) -> tell(e, line))
                .setExitCodeExceptionMapper(_ -> MISUSED);
    }

    private static int execute(CommandLine.ParseResult parsed) {
        if (!parsed.hasSubcommand()
                && !parsed.isUsageHelpRequested()
                && !parsed.isVersionHelpRequested()) {
            parsed.commandSpec().commandLine().usage(parsed.commandSpec().commandLine().getErr());
            return MISUSED;
        }
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            return tell(OutOfMemory.problem(e), parsed.commandSpec().commandLine());
        }
    }

    private static int tell(Exception failure, CommandLine line) {
        if (failure instanceof Problem problem) {
            line.getErr().println("modelgraph: " + problem.inWords());
            return problem.kind() == Problem.Kind.BAD_REQUEST ? MISUSED : FAILED;
        }
        if (OutOfMemory.isCause(failure)) return tell(OutOfMemory.problem(failure), line);
        LoggerFactory.getLogger(CommandLineInterface.class).error("The command failed", failure);
        line.getErr().println("modelgraph: the command failed: " + failure);
        return FAILED;
    }
}
