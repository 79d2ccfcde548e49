package org.modelgraph.check;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.graph.Conformance;
import org.modelgraph.graph.Derivation;
import org.modelgraph.graph.Ontology;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks for everything that is wrong with an ontology directory and with files given besides. */
public final class Inspection {
    private final Optional<Path> directory;
    private final List<Path> given;
    private final Graph statements = GraphFactory.createDefaultGraph();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * An inspection.
     *
     * @param directory the ontology directory, or the one that travels in the program
     * @param given files of the user, whose content is added by {@link #statements}
     */
    public Inspection(Optional<Path> directory, List<Path> given) {
        this.directory = directory;
        this.given = List.copyOf(given);
    }

    /** What the given files say; to be added to. */
    public Graph statements() {
        return statements;
    }

    /** Notes that a given file can't be read. */
    public void tell(Problem problem) {
        problems.add(problem);
    }

    /**
     * Inspects all. The shapes are asked where every file could be read; else much would be
     * missing, and each gap be told for itself.
     *
     * @throws Problem where the directory is none of an ontology
     */
    public Report run() {
        var ontology = Ontology.read(directory, problems::add);
        var findings = new TreeSet<Finding>();
        problems.stream().map(Finding::of).forEach(findings::add);
        findings.addAll(at(Strays::in));
        var whole =
                findings.stream().noneMatch(f -> f.file().matches(".*\\.(ttl|trig|tsv|rq|yaml)"));
        if (whole) findings.addAll(breaches(ontology, findings));
        return new Report(
                List.copyOf(findings),
                ontology.documents().size(),
                given.size(),
                statements.size(),
                whole);
    }

    private List<Finding> breaches(Ontology ontology, Collection<Finding> told) {
        var stated = ontology.merged();
        statements.find().forEachRemaining(stated::add);
        var known = GraphFactory.createDefaultGraph();
        stated.find().forEachRemaining(known::add);
        new Derivation(ontology.rules(), known).run();
        var violations = new Conformance(ontology.shapes()).violations(known);
        if (violations.isEmpty()) return List.of();
        var places = at(root -> Places.in(root, given));
        return List.copyOf(new Breaches(places, stated).findings(violations, told));
    }

    private <T> T at(Function<Path, T> work) {
        return directory.isPresent()
                ? work.apply(directory.get())
                : Ontology.bundled("ontology", work);
    }
}
