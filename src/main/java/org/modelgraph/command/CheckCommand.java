package org.modelgraph.command;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.Setting;
import org.modelgraph.check.Inspection;
import org.modelgraph.graph.Parsing;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.Path;
import java.util.List;

/** {@code check}: says what is wrong with files, or with the ontology itself. */
final class CheckCommand extends Command {
    private static final String FORMAT = "--format";

    CheckCommand() {
        super(
                "check",
                "Parses files and checks them, together with the ontology, against its shapes."
                    + " Without a file it checks the ontology and the bundled graph. Tells all that"
                    + " is wrong, with file, line and a way out, and exits with 1 where something"
                    + " is.",
                Setting.ONTOLOGY);
        spec().addOption(
                        OptionSpec.builder(FORMAT)
                                .type(String.class)
                                .paramLabel("text|json")
                                .description("How to tell: text (default) or json.")
                                .build());
        spec().addPositional(
                        PositionalParamSpec.builder()
                                .paramLabel("FILE")
                                .type(List.class)
                                .auxiliaryTypes(Path.class)
                                .arity("0..*")
                                .index("0..*")
                                .description("Files of any RDF syntax.")
                                .build());
    }

    @Override
    public Integer call() {
        var format = given().matchedOptionValue(FORMAT, "text");
        if (!List.of("text", "json").contains(format))
            throw Problem.of(Problem.Kind.BAD_REQUEST, FORMAT + " is '" + format + "'.")
                    .hint("It should be text or json.");
        var files = given().matchedPositionalValue(0, List.<Path>of());
        var inspection = new Inspection(settings().ontology(), files);
        for (var file : files) {
            try {
                RdfFiles.read(
                        file, Parsing.Warnings.REFUSED, _ -> {}, new Into(inspection.statements()));
            } catch (Problem problem) {
                inspection.tell(problem);
            }
        }
        var report = inspection.run();
        if (format.equals("json")) out().println(report.json());
        else report.write(out());
        out().flush();
        return report.isClean() ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
    }

    private static final class Into extends StreamRDFBase {
        private final Graph graph;

        Into(Graph graph) {
            this.graph = graph;
        }

        @Override
        public void triple(Triple triple) {
            graph.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            graph.add(quad.asTriple());
        }
    }
}
