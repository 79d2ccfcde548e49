package org.modelgraph.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "86.4|86.4|exact|false",
                "81.37%|81.37|exact|true",
                "~90|90|approximate|false",
                "≥ 5|5|at-least|false",
                "<0.5 %|0.5|below|true",
                "1,234.50|1234.5|exact|false",
                "−3|-3|exact|false",
                "1e-3|0.001|exact|false",
                "+7|7|exact|false",
                ".5|0.5|exact|false",
                "1200|1200|exact|false",
                "60.1 ± 0.4|60.1|exact|false"
            },
            delimiter = '|')
    void numbersAreReadAsPeoplePrintThem(
            String printed, String value, String qualifier, boolean percent) {
        assertThat(PrintedNumber.of(printed))
                .hasValueSatisfying(number -> {
                    assertThat(PrintedNumber.decimal(number.value())).isEqualTo(value);
                    assertThat(number.qualifier()).isEqualTo(qualifier);
                    assertThat(number.percent()).isEqualTo(percent);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--*",
                "24M",
                "NaN",
                "Infinity",
                "Please tell us",
                "1e999",
                "1,23",
                "e5",
                "12/13",
                "."
            })
    void whatIsNoFiniteNumberIsNone(String printed) {
        assertThat(PrintedNumber.of(printed)).isEmpty();
    }
}
