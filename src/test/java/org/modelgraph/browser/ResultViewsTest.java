package org.modelgraph.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Locale;

/** A result is looked at in the ways that its shape allows. */
class ResultViewsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SELECT ?who (COUNT(?m) AS ?n) { ?m mg:developedBy ?who } GROUP BY ?who ! Chart !"
                        + " svg.chart .bar",
                "SELECT ?i ?d { ?i mg:occurredOn ?d } ! Timeline ! .year time",
                "SELECT ?m ?who { ?m mg:developedBy ?who } LIMIT 300 ! Graph ! svg.network a",
                "SELECT ?m ?who { ?m mg:developedBy ?who } LIMIT 9 ! Cards ! .results-cards .card",
                "SELECT ?m ?who { ?m mg:developedBy ?who } LIMIT 9 ! Raw ! pre",
                "CONSTRUCT { ?m mg:developedBy ?who } { ?m mg:developedBy ?who } ! Graph !"
                        + " svg.network a",
                "DESCRIBE <https://w3id.org/modelgraph/model/gpt-4> ! Cards ! .results-cards .card"
            })
    void aResultIsShownInTheWaysThatItsShapeAllows(String query, String view, String drawn) {
        try (var desk = new Desk()) {
            desk.open("/sparql");
            desk.run(Desk.PREFIX + query);
            desk.output()
                    .locator(".views")
                    .getByText(view, new Locator.GetByTextOptions().setExact(true))
                    .click();
            desk.output().locator(drawn).first().waitFor();

            assertThat(desk.output().locator("svg.network a").count()).isLessThanOrEqualTo(60);
            assertThat(Observer.violations(desk.page())).isEmpty();
            assertThat(Observer.overflow(desk.page())).isEmpty();
            desk.page()
                    .screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(
                                            Path.of(
                                                    "target/screenshots/result-"
                                                            + view.toLowerCase(Locale.ROOT)
                                                            + "-"
                                                            + query.substring(0, 4)
                                                                    .toLowerCase(Locale.ROOT)
                                                            + ".png"))
                                    .setFullPage(true));
        }
    }
}
