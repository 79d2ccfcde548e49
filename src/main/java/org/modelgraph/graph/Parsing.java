package org.modelgraph.graph;

import com.apicatalog.jsonld.JsonLdError;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.jspecify.annotations.Nullable;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Prefixes;

import java.io.InputStream;
import java.util.regex.Pattern;

/** Reads RDF, telling the place of what is wrong. */
public final class Parsing {
    /** Warnings about what no reader could make sense of: values and IRIs that are none. */
    private static final Pattern MEANINGLESS =
            Pattern.compile("^Lexical form|Relative IRI|Spaces are not legal");

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
            RDFParser.source(checked(name, in, lang))
                    .lang(lang)
                    .forceLang(lang)
                    .set(LangJSONLD11.JSONLD_OPTIONS, KnownContexts.options())
                    .base(Prefixes.BASE)
                    .checking(true)
                    .errorHandler(new Strict(name, warnings))
                    .parse(sink);
        } catch (Problem problem) {
            throw problem;
        } catch (StackOverflowError e) {
            throw Problem.of(
                            Problem.Kind.MALFORMED_DATA,
                            name + ": the text is nested too deeply to be read.")
                    .causedBy(e);
        } catch (RiotException e) {
            if (e.getCause() instanceof JsonLdError cause)
                throw Problem.of(Problem.Kind.MALFORMED_DATA, name + ": " + cause.getMessage())
                        .causedBy(e);
            throw Problem.of(Problem.Kind.MALFORMED_DATA, name + ": " + e.getMessage()).causedBy(e);
        }
    }

    private static InputStream checked(String name, InputStream in, Lang lang) {
        if (lang.equals(Lang.RDFXML) || lang.equals(Lang.TRIX))
            return Prolog.requirePlain(name, in);
        return RDFLanguages.RDFTHRIFT.equals(lang) || RDFLanguages.RDFPROTO.equals(lang)
                ? in
                : new CheckedText(name, in);
    }

    private record Strict(String name, Warnings warnings) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            if (warnings == Warnings.REFUSED || MEANINGLESS.matcher(message).find())
                throw problem(message, line, column);
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
