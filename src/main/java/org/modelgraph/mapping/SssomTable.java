package org.modelgraph.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mappings as SSSOM/TSV: all IRIs in full, so that no prefix is needed. */
public final class SssomTable {
    private static final List<String> COLUMNS =
            List.of(
                    "record_id",
                    "subject_id",
                    "subject_label",
                    "predicate_id",
                    "object_id",
                    "object_label",
                    "mapping_justification",
                    "mapping_source",
                    "license",
                    "comment");

    private final Mappings mappings;
    private final UnaryOperator<String> labels;

    /**
     * A table.
     *
     * @param labels the English label of a term of ours, empty where there is none
     */
    public SssomTable(Mappings mappings, UnaryOperator<String> labels) {
        this.mappings = mappings;
        this.labels = labels;
    }

    /**
     * Some mappings.
     *
     * @param address the address of the table, which is the IRI of this set
     * @param title what the set is
     */
    public String text(String address, String title, List<Mapping> some) {
        return Stream.concat(
                        Stream.of(
                                "#mapping_set_id: \"" + address + "\"",
                                "#mapping_set_title: \"" + title + "\"",
                                String.join("\t", COLUMNS)),
                        some.stream().map(this::row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String row(Mapping mapping) {
        return Stream.of(
                        mapping.iri(),
                        mapping.subject(),
                        labels.apply(mapping.subject()),
                        mapping.predicate(),
                        mapping.object(),
                        mapping.objectLabel().orElse(""),
                        mapping.justification(),
                        mapping.set(),
                        licence(mapping.set()).orElse(""),
                        mapping.comment().orElse(""))
                .map(cell -> cell.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\t"));
    }

    private Optional<String> licence(String set) {
        return mappings.sets().stream()
                .filter(s -> s.iri().equals(set))
                .findFirst()
                .flatMap(Mappings.Set::licence);
    }
}
