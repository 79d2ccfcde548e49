package org.modelgraph.command;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.modelgraph.Setting;
import org.modelgraph.graph.Conformance;
import org.modelgraph.graph.Derivation;
import org.modelgraph.graph.Ontology;
import org.modelgraph.graph.Parsing;
import org.modelgraph.problem.Problem;

import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code check}: says what is wrong with files, or with the ontology itself. */
final class CheckCommand extends Command {
    CheckCommand() {
        super(
                "check",
                "Parses files and checks them, together with the ontology, against its shapes."
                    + " Without a file it checks the ontology and the bundled graph. Exits with 1"
                    + " where something is wrong.",
                Setting.ONTOLOGY);
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
        var files = new ArrayList<Path>(given().matchedPositionalValue(0, List.<Path>of()));
        var ontology = Ontology.read(settings().ontology());
        var known = ontology.merged();
        var broken = 0;
        var statements = 0L;
        for (var file : files) {
            try {
                var before = known.size();
                RdfFiles.read(file, Parsing.Warnings.REFUSED, _ -> {}, new Into(known));
                statements += known.size() - before;
            } catch (Problem problem) {
                broken++;
                out().println(problem.inWords());
            }
        }
        new Derivation(ontology.rules(), known).run();
        var violations = new Conformance(ontology.shapes()).violations(known);
        violations.forEach(out()::println);
        report(ontology, files, statements, broken, violations.size());
        return broken + violations.size() == 0 ? 0 : 1;
    }

    private void report(
            Ontology ontology, List<Path> files, long statements, int broken, int violations) {
        out().printf(
                        "%d files of the ontology, %d files given with %d statements: %d"
                                + " unreadable, %d breaches of the shapes%n",
                        ontology.documents().size(), files.size(), statements, broken, violations);
        out().flush();
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
            Node[] nodes = {quad.getSubject(), quad.getPredicate(), quad.getObject()};
            graph.add(nodes[0], nodes[1], nodes[2]);
        }
    }
}
