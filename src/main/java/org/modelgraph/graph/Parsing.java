package org.modelgraph.graph;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.InputStream;

/** Reads RDF, telling the place of what is wrong. */
public final class Parsing {
    private Parsing() {}

    /** What becomes of what is allowed and yet strange, such as an IRI of a scheme misused. */
    public enum Warnings {
        IGNORED,
        REFUSED
    }

    /**
     * Parses a stream of RDF text.
     *
     * @param name how the user calls the text: a file name, or "the body"
     * @throws Problem of kind {@link Problem.Kind#MALFORMED_DATA} with the place, where the text is
     *     not what the syntax says
     */
    public static void parse(
            String name, InputStream in, Lang lang, Warnings warnings, StreamRDF sink) {
        try {
            RDFParser.source(in)
                    .lang(lang)
                    .forceLang(lang)
                    .base(Prefixes.BASE)
                    .errorHandler(new Strict(name, warnings))
                    .parse(sink);
        } catch (Problem problem) {
            throw problem;
        } catch (RiotException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, name + ": " + e.getMessage()).causedBy(e);
        }
    }

    private record Strict(String name, Warnings warnings) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            if (warnings == Warnings.REFUSED) throw problem(message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            throw problem(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw problem(message, line, column);
        }

        private Problem problem(@Nullable String message, long line, long column) {
            var place = line > 0 ? ":" + line + ":" + Math.max(1, column) : "";
            var problem = Problem.of(Problem.Kind.MALFORMED_DATA, name + place + ": " + message);
            return line > 0
                    ? problem.at(new Position((int) line, (int) Math.max(1, column)))
                    : problem;
        }
    }
}
