package org.modelgraph.graph;

import com.apicatalog.jsonld.JsonLdError;

import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.irix.IRIException;
import org.apache.jena.rfc3986.IRIParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.IllegalFormatException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads RDF, telling the place of what is wrong. */
public final class Parsing {
    /** Warnings about IRIs that are none. */
    private static final Pattern MEANINGLESS = Pattern.compile("Relative IRI|Spaces are not legal");

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
                RDFParser.source(checked(name, in, lang)).base(Prefixes.BASE),
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
                RDFParser.source(checked(name, in, lang)).base(base).checking(true),
                lang,
                handler,
                new SoundSink(name, sink, () -> handler.strange));
    }

    private static void parse(
            String name, RDFParserBuilder parser, Lang lang, ErrorHandler handler, StreamRDF sink) {
        try {
            parser.lang(lang)
                    .forceLang(lang)
                    .set(LangJSONLD11.JSONLD_OPTIONS, KnownContexts.options())
                    .errorHandler(handler)
                    .parse(new Receiver(sink));
        } catch (Receiver.Failure failure) {
            throw failure.thrown();
        } catch (Problem | RuntimeIOException | UncheckedIOException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw malformed(name, "the text is nested too deeply to be read.", e);
        } catch (IRIException | IRIParseException | RiotException e) {
            var cause = e.getCause() instanceof JsonLdError error ? error : e;
            throw malformed(name, String.valueOf(cause.getMessage()), e);
        } catch (RuntimeException e) {
            throw malformed(name, byBreakdown(e, lang), e);
        }
    }

    /** Why Jena's parsers break down where they should complain. */
    private static String byBreakdown(RuntimeException e, Lang lang) {
        // The end of the text is formatted as if it were a character
        if (e instanceof IllegalFormatException) return "the text ends where it must not.";
        // At most ten of the dots that end a word are put back
        if (e instanceof ArrayIndexOutOfBoundsException)
            return "a name ends in more dots than a name can.";
        return "the text is no " + lang.getLabel() + ".";
    }

    private static Problem malformed(String name, String why, Throwable cause) {
        return Problem.of(Problem.Kind.MALFORMED_DATA, name + ": " + why).causedBy(cause);
    }

    private static InputStream checked(String name, InputStream given, Lang lang) {
        var in = new WholeInput(given);
        if (lang.equals(Lang.RDFXML) || lang.equals(Lang.TRIX))
            return Prolog.requirePlain(name, in);
        return RDFLanguages.RDFTHRIFT.equals(lang) || RDFLanguages.RDFPROTO.equals(lang)
                ? in
                : new CheckedText(name, in);
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
            if (warnings == Warnings.REFUSED || MEANINGLESS.matcher(message).find())
                throw problem(name, message, line, column);
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
            if (message.startsWith("Reuse of rdf:ID")
                    || message.startsWith("Not a valid XML")
                    || MEANINGLESS.matcher(message).find())
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
