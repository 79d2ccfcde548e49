package org.modelgraph.ingest.format;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * RDF of any syntax: claims in our own terms are taken as they are; what is said in the terms of
 * others (FAIR4ML, schema.org, ML-Schema, AIRO …) is turned into drafts of claims by CONSTRUCT
 * queries, in {@code imports/rdf/*.rq} and in the file given with {@code --mapping}.
 */
public final class RdfFormat implements Format {
    private static final List<String> ENDINGS =
            List.of(".ttl", ".nt", ".trig", ".nq", ".rdf", ".owl", ".jsonld", ".rj", ".trix");
    private static final int MOST_TRIPLES = 2_000_000;
    private static final Pattern PLACE = Pattern.compile("\\[line: (\\d+), col: *(\\d+)");

    @Override
    public String name() {
        return "rdf";
    }

    @Override
    public boolean takes(String path) {
        var plain = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
        return ENDINGS.stream().anyMatch(plain::endsWith);
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        var graph = parse(file);
        var authors = intake.authors("the file " + file.fileName(), "文件 " + file.fileName());
        intake.describe(
                SourceFacts.of(
                        "RDF file " + file.fileName(),
                        "RDF 文件 " + file.fileName(),
                        authors,
                        "data-set",
                        file.name()));
        var own = new OwnClaims(intake).take(graph);
        var drafts = new RdfDrafts(intake, authors.node());
        for (var query : intake.mapping().queries()) drafts.take(construct(query, graph));
        if (own + drafts.taken() == 0)
            intake.leaveAside(0, "no mapping finds anything in the file");
    }

    private static Graph construct(FormatMapping.Mapping query, Graph graph) {
        try (var execution =
                QueryExec.graph(graph)
                        .query(
                                QueryFactory.create(
                                        query.text(), Prefixes.BASE, Syntax.syntaxSPARQL_11))
                        .build()) {
            return execution.construct();
        } catch (QueryException e) {
            throw Problem.of(Problem.Kind.MALFORMED_QUERY, query.file() + ": " + e.getMessage())
                    .causedBy(e);
        }
    }

    private static Graph parse(SourceFile file) {
        var lang = RDFLanguages.pathnameToLang(file.plainName());
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang)))
            lang = Lang.TURTLE;
        var graph = GraphFactory.createDefaultGraph();
        try (var in = file.open()) {
            RDFParser.source(in)
                    .lang(lang)
                    .forceLang(lang)
                    .base(Prefixes.BASE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new Into(file, graph));
        } catch (IOException e) {
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            file.shown() + " can't be read: " + e.getMessage())
                    .causedBy(e);
        } catch (RiotException e) {
            throw broken(file, e);
        }
        return graph;
    }

    private static Problem broken(SourceFile file, RiotException e) {
        var message = String.valueOf(e.getMessage());
        var place = PLACE.matcher(message);
        if (!place.find())
            return Problem.of(Problem.Kind.MALFORMED_DATA, file.shown() + ": " + message)
                    .causedBy(e);
        var at =
                new Position(
                        Integer.parseInt(place.group(1)),
                        Math.max(1, Integer.parseInt(place.group(2))));
        return Problem.of(
                        Problem.Kind.MALFORMED_DATA,
                        file.shown()
                                + ":"
                                + at.line()
                                + ": "
                                + message.replaceFirst("^\\[[^]]*]\\s*", ""))
                .at(at)
                .causedBy(e);
    }

    private static final class Into extends StreamRDFBase {
        private final SourceFile file;
        private final Graph graph;
        private int count;

        Into(SourceFile file, Graph graph) {
            this.file = file;
            this.graph = graph;
        }

        @Override
        public void triple(Triple triple) {
            if (++count > MOST_TRIPLES)
                throw Problem.of(
                                Problem.Kind.TOO_LARGE,
                                file.shown() + " has more than " + MOST_TRIPLES + " statements.")
                        .hint("Split the file; RDF in our own terms can also be loaded.");
            graph.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            triple(quad.asTriple());
        }
    }
}
