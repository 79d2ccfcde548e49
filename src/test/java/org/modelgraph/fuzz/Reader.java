package org.modelgraph.fuzz;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.modelgraph.federation.Federation;
import org.modelgraph.graph.Parsing;
import org.modelgraph.http.HeaderParsers;
import org.modelgraph.problem.Problem;
import org.modelgraph.sparql.Format;
import org.modelgraph.sparql.Guard;
import org.modelgraph.sparql.Negotiation;
import org.modelgraph.sparql.Parameter;
import org.modelgraph.sparql.Prefixes;
import org.modelgraph.sparql.QueryReader;
import org.modelgraph.sparql.SparqlRequest;
import org.modelgraph.sparql.Terms;
import org.modelgraph.sparql.UpdateText;
import org.modelgraph.workbench.Diagnosis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whatever reads what strangers send. It takes it, or refuses it with a problem of theirs. */
enum Reader {
    QUERY {
        @Override
        void read(byte[] input) {
            var text = text(input);
            var query = new QueryReader(Terms.NONE).read(text).query();
            Guard.check(query);
            var written = query.serialize();
            if (written.length() < 1 << 15) new QueryReader(Terms.NONE).read(written);
        }
    },
    UPDATE {
        @Override
        void read(byte[] input) {
            UpdateText.of(List.of(), SparqlRequest.UPDATE_TYPE, text(input), Federation.NONE);
        }
    },
    TURTLE {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.TURTLE);
        }
    },
    TRIG {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.TRIG);
        }
    },
    N_TRIPLES {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.NTRIPLES);
        }
    },
    N_QUADS {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.NQUADS);
        }
    },
    JSON_LD {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.JSONLD);
        }
    },
    RDF_XML {
        @Override
        void read(byte[] input) {
            rdf(input, Lang.RDFXML);
        }
    },
    RDF_PATCH {
        @Override
        void read(byte[] input) {
            HeaderParsers.patch(input, Optional.empty());
        }
    },
    /** Accept: the media ranges that a client takes. */
    ACCEPT {
        @Override
        void read(byte[] input) {
            var text = text(input);
            var types = List.of("text/csv", "text/html");
            var chosen = Negotiation.of(text).choose(types, List::of);
            if (text.isBlank() && chosen.isEmpty())
                throw new IllegalStateException("nothing is taken");
            Format.ofUpload(text);
            Format.negotiate(Optional.empty(), text, Format.Kind.ROWS);
            Format.negotiate(Optional.of(text), "*/*", Format.Kind.TRIPLES);
        }
    },
    /** The headers by which clients are told apart and states are named. */
    CONDITIONS {
        @Override
        void read(byte[] input) {
            if (HeaderParsers.client(text(input)).isEmpty())
                throw new IllegalStateException("a client without a name");
            HeaderParsers.conditions(text(input));
        }
    },
    PARAMETERS {
        @Override
        void read(byte[] input) {
            var parameters = Parameter.parse(text(input));
            parameters.forEach(p -> Prefixes.expand(p.value()));
            SparqlRequest.of("GET", parameters, "", "");
            SparqlRequest.of("POST", List.of(), SparqlRequest.FORM_TYPE, text(input));
        }
    },
    /** What the workbench says of a query that is being written. */
    DIAGNOSIS {
        @Override
        void read(byte[] input) {
            for (var diagnosis : Diagnosis.of(text(input), Terms.NONE, Federation.NONE))
                if (diagnosis.length() < 0 || diagnosis.message().isEmpty())
                    throw new IllegalStateException("no diagnosis: " + diagnosis);
        }
    };

    /**
     * Reads some bytes.
     *
     * @throws Problem where they are refused
     */
    abstract void read(byte[] input);

    /**
     * Reads some bytes and lets nothing pass but a refusal that blames them.
     *
     * @throws IllegalStateException where a problem of the server's own comes of it
     */
    final void tryOn(byte[] input) {
        try {
            read(input);
        } catch (Problem problem) {
            if (problem.kind().status() >= 500)
                throw new IllegalStateException(problem.detail(), problem);
            var leaks = problem.detail().contains("org.apache.jena.");
            if (problem.detail().isBlank() || (leaks && !text(input).contains("apache")))
                throw new IllegalStateException("told badly: " + problem.detail(), problem);
        }
    }

    /** The name of its folder of inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static void rdf(byte[] input, Lang lang) {
        var sink = StreamRDFLib.dataset(DatasetGraphFactory.createGeneral());
        Parsing.parseSound("the body", new ByteArrayInputStream(input), lang, Prefixes.BASE, sink);
    }
}
