package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.maintenance.Backups;
import org.modelgraph.maintenance.Doctor;

import picocli.CommandLine.Model.OptionSpec;

/** {@code doctor}: what is wrong with the files of a store, and its repair. */
final class DoctorCommand extends Command {
    DoctorCommand() {
        super(
                "doctor",
                "Looks into the files of a store that no server has open: every index against every"
                        + " other, every node, the version, and what a sudden end left behind. Says"
                        + " what would help, and does it with --repair. Exits with 1 where"
                        + " something is wrong.",
                Setting.DATABASE,
                Setting.BACKUPS);
        spec().addOption(
                        OptionSpec.builder("--repair")
                                .type(boolean.class)
                                .arity("0")
                                .description("Does what would help.")
                                .build());
    }

    @Override
    public Integer call() {
        var settings = settings();
        var doctor = new Doctor(settings.database(), new Backups(settings.backups()));
        var diagnosis = doctor.examine();
        tell(diagnosis);
        if (given().hasMatchedOption("--repair") && !diagnosis.remedies().isEmpty()) {
            for (var remedy : diagnosis.remedies()) {
                out().println("doing: " + remedy.inWords());
                out().flush();
                remedy.deed().run();
            }
            diagnosis = doctor.examine();
            tell(diagnosis);
        } else {
            diagnosis.remedies().forEach(r -> out().println("--repair would: " + r.inWords()));
            if (!diagnosis.isHealthy() && diagnosis.remedies().isEmpty())
                out().println("No backup that is whole was found, so --repair can do nothing.");
        }
        out().flush();
        return diagnosis.isHealthy() ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
    }

    private void tell(Doctor.Diagnosis diagnosis) {
        var report = diagnosis.report();
        report.findings().forEach(f -> out().println(f.kind() + ": " + f.detail()));
        out().printf(
                        "%s: %d triples in the default graph, %d quads in named graphs%n",
                        diagnosis.isHealthy() ? "healthy" : "not healthy",
                        report.triples(),
                        report.quads());
    }
}
