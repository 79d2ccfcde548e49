package org.modelgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.problem.Problem;

import java.util.Optional;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                              | JSON",
                "*/*                                                             | JSON",
                "text/csv                                                        | CSV",
                "application/sparql-results+xml                                  | XML",
                "application/json                                                | JSON",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
                "text/csv;q=0.5, text/tab-separated-values;q=0.9                 | TSV",
                "text/*;q=0.9, application/sparql-results+json;q=0.1             | CSV",
                "application/sparql-results+json;q=0, */*                        | XML",
                "*/*;q=0.5, text/csv                                             | CSV",
                "TEXT/CSV                                                        | CSV",
                "text/csv; charset=utf-8                                         | CSV",
                "nonsense, text/csv                                              | CSV",
            })
    void rowsGoOutInTheFormatThatTheClientPrefers(String accept, Format expected) {
        assertThat(Format.negotiate(Optional.empty(), accept, Format.Kind.ROWS))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                                                               "
                        + "              | TURTLE",
                "application/rdf+xml                                                               "
                        + "              | RDF_XML",
                "text/turtle;q=0.9, application/ld+json                                            "
                        + "              | JSON_LD",
                "application/n-triples                                                             "
                        + "              | N_TRIPLES",
                "text/turtle,application/n-triples;q=0.9,application/rdf+xml;q=0.7,*/*;q=0.3       "
                        + "              | TURTLE",
                "application/xml                                                                   "
                        + "              | RDF_XML",
            })
    void graphsGoOutInTheFormatThatTheClientPrefers(String accept, Format expected) {
        assertThat(Format.negotiate(Optional.empty(), accept, Format.Kind.TRIPLES))
                .isEqualTo(expected);
    }

    @Test
    void amongEqualQualitiesTheMoreSpecificRangeWins() {
        assertThat(
                        Format.negotiate(
                                Optional.empty(),
                                "*/*, text/tab-separated-values",
                                Format.Kind.ROWS))
                .isEqualTo(Format.TSV);
    }

    @Test
    void theFormatParameterStandsAboveTheHeader() {
        assertThat(Format.negotiate(Optional.of("csv"), "application/json", Format.Kind.ROWS))
                .isEqualTo(Format.CSV);
        assertThat(Format.negotiate(Optional.of("turtle"), "", Format.Kind.TRIPLES))
                .isEqualTo(Format.TURTLE);
        assertThat(Format.negotiate(Optional.of("application/ld+json"), "", Format.Kind.TRIPLES))
                .isEqualTo(Format.JSON_LD);
    }

    @Test
    void whatIsNotOnOfferIsRefusedWithWhatIs() {
        assertThatThrownBy(() -> Format.negotiate(Optional.empty(), "image/png", Format.Kind.ROWS))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_ACCEPTABLE);
                            assertThat(p.hint().orElseThrow())
                                    .contains("text/csv", "application/sparql-results+json");
                        });
        assertThatThrownBy(() -> Format.negotiate(Optional.of("pdf"), "", Format.Kind.ROWS))
                .isInstanceOf(Problem.class);
    }
}
