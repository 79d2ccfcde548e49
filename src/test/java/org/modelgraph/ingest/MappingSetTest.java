package org.modelgraph.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.modelgraph.problem.Problem;

import java.util.ArrayList;
import java.util.List;

class MappingSetTest {
    private static final String HEAD =
            """
            #mapping_set_id: https://w3id.org/modelgraph/mapping/atlas
            #license: https://creativecommons.org/publicdomain/zero/1.0/
            #curie_map:
            #  threat: https://w3id.org/modelgraph/threat/
            #  skos: http://www.w3.org/2004/02/skos/core#
            #  semapv: https://w3id.org/semapv/vocab/
            #  atlas: https://atlas.mitre.org/techniques/
            """;
    private static final String COLUMNS =
            "subject_id\tpredicate_id\tobject_id\tobject_label\tmapping_justification\n";
    private static final String ROW =
            "threat:poisoning\tskos:exactMatch\tatlas:AML.T0020\tPoison \"Training\" Data\t"
                    + "semapv:ManualMappingCuration\n";

    private static List<Triple> read(String text) {
        var triples = new ArrayList<Triple>();
        MappingSet.read("atlas.sssom.tsv", "atlas", text, triples::add);
        return triples;
    }

    @Test
    void aRowBecomesATripleAndAMappingThatJustifiesIt() {
        var triples = read(HEAD + COLUMNS + ROW).stream().map(Triple::toString).toList();
        var mapping = "https://w3id.org/modelgraph/mapping/atlas-threat-poisoning-atlas-aml.t0020";
        assertThat(triples)
                .anyMatch(t ->
                        t.contains("threat/poisoning")
                                && t.contains("core#exactMatch")
                                && t.contains("techniques/AML.T0020"))
                .anyMatch(t -> t.contains(mapping) && t.contains("vocab/ManualMappingCuration"))
                .anyMatch(t -> t.contains(mapping) && t.contains("Training"));
    }

    @Test
    void aPrefixThatIsNotDeclaredIsToldWithItsLine() {
        assertThatThrownBy(() -> read(HEAD + COLUMNS + ROW.replace("atlas:", "nowhere:")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("atlas.sssom.tsv:9:")
                .hasMessageContaining("'nowhere:AML.T0020' has no prefix");
    }

    @Test
    void aMappingThatStandsTwiceIsToldWithItsLine() {
        assertThatThrownBy(() -> read(HEAD + COLUMNS + ROW + ROW))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("atlas.sssom.tsv:10:");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> read(HEAD + "subject_id\tpredicate_id\tobject_id\n"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("mapping_justification is missing");
    }
}
