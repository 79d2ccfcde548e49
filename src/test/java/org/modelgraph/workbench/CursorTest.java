package org.modelgraph.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.sparql.Prefixes;

class CursorTest {
    private static final String NS = Prefixes.BASE + "ns/";

    /** The cursor stands where the text has a bar. */
    private static Cursor at(String text) {
        return Cursor.at(text.replace("|", ""), text.indexOf('|'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SEL|                                             ! NONE",
                "SELECT * { | }                                   ! SUBJECT",
                "SELECT * { ?m | }                                ! PREDICATE",
                "SELECT * { ?m mg:dev| }                          ! PREDICATE",
                "SELECT * { ?m a | }                              ! OBJECT",
                "SELECT * { ?m a mg:Mod| }                        ! OBJECT",
                "SELECT * { ?m a mg:Model . | }                   ! SUBJECT",
                "SELECT * { ?m a mg:Model ; | }                   ! PREDICATE",
                "SELECT * { ?m a mg:Model , | }                   ! OBJECT",
                "SELECT * { ?m a mg:Model ; mg:developedBy | }    ! OBJECT",
                "SELECT * { ?m mg:p [ | ] }                       ! PREDICATE",
                "SELECT * { ?m mg:p [ mg:q ?x ] . | }             ! SUBJECT",
                "SELECT * { OPTIONAL { ?m | } }                   ! PREDICATE",
                "SELECT * { FILTER(| ) }                          ! NONE",
                "SELECT * { FILTER(?x > 3) ?m | }                 ! PREDICATE",
                "SELECT * { ?m mg:p/| }                           ! PREDICATE",
                "SELECT * { ?m mg:p 'a . b' ; | }                 ! PREDICATE",
                "# { ?m\\nSELECT |                                ! NONE"
            })
    void thePlaceInATripleIsKnown(String text, Cursor.Role role) {
        assertThat(at(text.replace("\\n", "\n")).role()).as(text).isEqualTo(role);
    }

    @Test
    void theBegunWordIsKnown() {
        var cursor = at("SELECT * { ?m mg:dev|elopedBy ?d }");

        assertThat(cursor.word()).isEqualTo("mg:dev");
        assertThat(cursor.from()).isEqualTo(14);
    }

    @Test
    void theClassesOfTheSubjectAreKnownWhereverTheyStand() {
        assertThat(at("SELECT * { ?m | . ?x a mg:Risk . ?m a mg:Model , mg:System }").types())
                .containsExactly(NS + "Model", NS + "System");
    }

    @Test
    void aPrefixOfTheTextStandsAboveAKnownOne() {
        var cursor = at("PREFIX mg: <http://example.org/> SELECT * { ?m mg:p | }");

        assertThat(cursor.predicate()).contains("http://example.org/p");
    }
}
