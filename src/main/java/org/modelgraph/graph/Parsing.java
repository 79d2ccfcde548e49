package org.modelgraph.graph;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.InputStream;
import java.util.Optional;

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
        parse(
                name,
                RDFParser.source(in).base(Prefixes.BASE),
                lang,
                new Strict(name, warnings),
                sink);
    }

    /**
     * Parses a stream of RDF text that somebody sends: what is strange is let pass, and what the
     * syntaxes forbid and Jena lets pass is refused, such as a relative IRI in N-Triples or the
     * same rdf:ID twice.
     *
     * @param base what relative IRIs are relative to, if the text says nothing else
     * @throws Problem of kind {@link Problem.Kind#MALFORMED_DATA}, with the place where it is known
     */
    public static void parseSound(
            String name, InputStream in, Lang lang, String base, StreamRDF sink) {
        var handler = new Sound(name);
        parse(
                name,
                RDFParser.source(in).base(base).checking(true),
                lang,
                handler,
                new SoundSink(name, sink, () -> handler.strange));
    }

    private static void parse(
            String name, RDFParserBuilder parser, Lang lang, ErrorHandler handler, StreamRDF sink) {
        try {
            parser.lang(lang).forceLang(lang).errorHandler(handler).parse(sink);
        } catch (Problem problem) {
            throw problem;
        } catch (RiotException e) {
            throw Problem.of(Problem.Kind.MALFORMED_DATA, name + ": " + e.getMessage()).causedBy(e);
        }
    }

    private static Optional<Position> position(long line, long column) {
        return line > 0
                ? Optional.of(new Position((int) line, (int) Math.max(1, column)))
                : Optional.empty();
    }

    private static Problem problem(String name, @Nullable String message, long line, long column) {
        var place = position(line, column);
        var problem =
                Problem.of(
                        Problem.Kind.MALFORMED_DATA,
                        name
                                + place.map(p -> ":" + p.line() + ":" + p.column()).orElse("")
                                + ": "
                                + message);
        return place.map(problem::at).orElse(problem);
    }

    private record Strict(String name, Warnings warnings) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            if (warnings == Warnings.REFUSED) throw problem(name, message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            throw problem(name, message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw problem(name, message, line, column);
        }
    }

    private static final class Sound implements ErrorHandler {
        private final String name;
        private Optional<Position> strange = Optional.empty();

        Sound(String name) {
            this.name = name;
        }

        @Override
        public void warning(String message, long line, long column) {
            if (message.startsWith("Reuse of rdf:ID") || message.startsWith("Not a valid XML"))
                throw problem(name, message, line, column);
            strange = position(line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            throw problem(name, message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw problem(name, message, line, column);
        }
    }
}
