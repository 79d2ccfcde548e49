package org.modelgraph.sparql.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;

class PowerLawTest {
    private static PowerLaw fit(double... pairs) {
        var observations = new PowerLaw.Observations();
        for (var i = 0; i < pairs.length; i += 2) observations.add(pairs[i], pairs[i + 1]);
        return observations.fit().orElseThrow();
    }

    @Test
    void anExactLawIsFoundAgain() {
        var law = fit(1, 2, 4, 1, 16, 0.5, 64, 0.25);
        assertThat(law.exponent()).isCloseTo(-0.5, within(1e-12));
        assertThat(law.at(256)).isCloseTo(0.125, within(1e-12));
        assertThat(law.highAt(256) - law.lowAt(256)).isCloseTo(0, within(1e-9));
    }

    /**
     * The errors of six base models on HellaSwag by size; expected are the formulas of simple
     * linear regression worked out apart from this code, with t(0.975, 4) = 2.7764.
     */
    @Test
    void theIntervalIsThePredictionIntervalOfLinearRegression() {
        var law = fit(0.5, 51.6, 1.5, 38.2, 3, 29.1, 7, 23.2, 14, 19.8, 32, 17.0);
        assertThat(law.exponent()).isCloseTo(-0.2739235926351996, within(1e-9));
        assertThat(law.at(72)).isCloseTo(12.847027880529819, within(1e-9));
        assertThat(law.lowAt(72)).isCloseTo(10.601760687023775, within(1e-6));
        assertThat(law.highAt(72)).isCloseTo(15.567803333376672, within(1e-6));
    }

    @Test
    void twoObservationsOrOneSingleSizeGiveNoLaw() {
        var two = new PowerLaw.Observations();
        two.add(1, 2);
        two.add(2, 1);
        assertThat(two.fit()).isEmpty();
        var same = new PowerLaw.Observations();
        for (var y = 1; y < 5; y++) same.add(3, y);
        assertThat(same.fit()).isEmpty();
    }

    @Test
    void valuesThatHaveNoLogarithmAreRefused() {
        var observations = new PowerLaw.Observations();
        assertThatThrownBy(() -> observations.add(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> observations.add(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String answer(String rows) {
        var query =
                "PREFIX f: <https://w3id.org/modelgraph/function/> SELECT (f:powerLaw(?x, ?y, 256)"
                        + " AS ?p) { VALUES (?x ?y) { "
                        + rows
                        + " } }";
        try (var execution =
                QueryExec.dataset(DatasetGraphFactory.empty())
                        .query(query, Syntax.syntaxSPARQL_12)
                        .build()) {
            var row = execution.select().next();
            var value = row.get("p");
            return value == null ? "" : value.getLiteralLexicalForm();
        }
    }

    @Test
    void aQueryAsksItAsAnAggregate() {
        assertThat(Double.parseDouble(answer("(1 2) (4 1) (16 0.5) (64 0.25)")))
                .isCloseTo(0.125, within(1e-12));
    }

    @Test
    void aGroupWithSomethingThatIsNoNumberHasNoAnswer() {
        assertThat(answer("(1 2) (4 1) (16 0.5) (64 'many')")).isEmpty();
        assertThat(answer("(1 2) (4 1) (16 0.5) (64 0)")).isEmpty();
        assertThat(answer("(1 2) (4 1)")).isEmpty();
    }
}
