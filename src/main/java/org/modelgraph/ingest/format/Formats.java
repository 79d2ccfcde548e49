package org.modelgraph.ingest.format;

import org.modelgraph.problem.Problem;

import java.util.List;
import java.util.stream.Collectors;

/** All formats that can be imported. */
public final class Formats {
    private static final List<Format> ALL =
            List.of(
                    new HuggingFaceFormat(),
                    new EcosystemGraphsFormat(),
                    new CroissantFormat(),
                    new EveryEvalEverFormat(),
                    new MtebFormat(),
                    new PapersWithCodeFormat(),
                    new AtlasFormat(),
                    new NexusFormat(),
                    new AvidFormat(),
                    new FmtiFormat(),
                    new SssomFormat(),
                    new RdfFormat(),
                    new CsvFormat());

    private Formats() {}

    /** The formats in the order in which they are told. */
    public static List<Format> all() {
        return ALL;
    }

    /** The names of all formats. */
    public static String names() {
        return ALL.stream().map(Format::name).collect(Collectors.joining(", "));
    }

    /**
     * The format of a name.
     *
     * @throws Problem where there is none
     */
    public static Format of(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.BAD_REQUEST, "'" + name + "' is no format.")
                                .hint("The formats are " + names() + "."));
    }
}
