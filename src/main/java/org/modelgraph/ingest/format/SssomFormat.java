package org.modelgraph.ingest.format;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.problem.Position;
import org.modelgraph.problem.Problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Mapping sets in SSSOM/TSV (https://w3id.org/sssom/spec): a head of YAML in comment lines, then
 * one mapping a row. Each sound row becomes a {@code sssom:Mapping} and, unless it is negated, the
 * plain triple.
 */
public final class SssomFormat implements Format {
    private static final List<String> REQUIRED =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

    @Override
    public String name() {
        return "sssom";
    }

    @Override
    public boolean takes(String path) {
        return path.endsWith(".tsv") || path.endsWith(".tsv.gz");
    }

    @Override
    public void read(SourceFile file, Intake intake) {
        file.text(text -> {
            read(file, text, intake);
            return true;
        });
    }

    private static void read(SourceFile file, Reader text, Intake intake) throws IOException {
        var lines = new BufferedReader(text);
        var head = new StringBuilder();
        var number = 0;
        var line = lines.readLine();
        for (; line != null && line.startsWith("#"); line = lines.readLine()) {
            head.append(line, 1, line.length()).append('\n');
            number++;
        }
        if (line == null) {
            intake.leaveAside(0, "the file has no table");
            return;
        }
        var meta =
                DatumReader.yaml(file.shown(), 0, intake::remark)
                        .read(new StringReader(head.toString()));
        var header = List.of(line.split("\t", -1));
        number++;
        require(file, header, number);
        describe(file, meta, intake);
        var rows = new SssomRows(file.shown(), meta, header, intake);
        for (line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) rows.take(number, cells(line, header.size()));
        }
    }

    private static void require(SourceFile file, List<String> header, int line) {
        var missing = new ArrayList<>(REQUIRED);
        missing.removeAll(header);
        if (missing.isEmpty()) return;
        throw Problem.of(
                        Problem.Kind.MALFORMED_DATA,
                        file.shown()
                                + ":"
                                + line
                                + ": the header lacks "
                                + String.join(", ", missing))
                .at(new Position(line, 1))
                .hint("SSSOM/TSV has a header of column names below the head of comment lines.");
    }

    private static void describe(SourceFile file, Datum meta, Intake intake) {
        var title = meta.text("mapping_set_title").orElse("Mappings " + file.fileName());
        var titleZh = meta.text("mapping_set_title_zh").orElse("映射集 " + file.fileName());
        var authors =
                intake.authors("the mapping set " + file.fileName(), "映射集 " + file.fileName());
        intake.describe(
                SourceFacts.of(title, titleZh, authors, "data-set", file.name())
                        .at(meta.text("mapping_set_id"))
                        .under(meta.text("license")));
        var set = Vocabulary.thing("mapping/" + intake.sourceName());
        intake.take(
                new Finding(
                        1,
                        "the mapping set",
                        false,
                        List.of(
                                Triple.create(
                                        set, RDF.type.asNode(), SssomRows.sssom("MappingSet")),
                                Triple.create(set, RDFS.label.asNode(), Vocabulary.english(title)),
                                Triple.create(
                                        set, RDFS.label.asNode(), Vocabulary.chinese(titleZh)),
                                Triple.create(
                                        set,
                                        DCTerms.source.asNode(),
                                        Vocabulary.thing("source/" + intake.sourceName())))));
    }

    /** The cells of a line; cells that are missing at its end are empty. */
    private static List<String> cells(String line, int columns) {
        var cells =
                new ArrayList<>(
                        Arrays.stream(line.split("\t", -1)).map(SssomFormat::unquoted).toList());
        while (cells.size() < columns) cells.add("");
        return cells;
    }

    private static String unquoted(String cell) {
        var text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text;
    }

    /** The IRI of a reference: an IRI itself, or a prefix of the map and a local name. */
    static Optional<Node> iri(Datum meta, String reference) {
        if (reference.matches("https?://.*"))
            return SourceFacts.isAddress(reference)
                    ? Optional.of(NodeFactory.createURI(reference))
                    : Optional.empty();
        var colon = reference.indexOf(':');
        if (colon < 0) return Optional.empty();
        var prefix = reference.substring(0, colon);
        return meta.get("curie_map")
                .text(prefix)
                .or(() -> Optional.ofNullable(SssomRows.BUILT_IN.get(prefix)))
                .map(namespace -> namespace + reference.substring(colon + 1))
                .filter(SourceFacts::isAddress)
                .map(NodeFactory::createURI);
    }
}
