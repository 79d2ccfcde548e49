package org.modelgraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modelgraph.protocol.TestServer;

import java.nio.file.Files;

/**
 * Somebody who is here for the first time finds five things by clicks alone, from the front page.
 */
class JourneysTest {
    private final String home = TestServer.bundled().client().base();
    private BrowserContext reader;
    private Observer observer;
    private Page page;

    @BeforeEach
    void arrive() {
        reader = Chromium.reader();
        observer = Observer.of(reader, home);
        page = reader.newPage();
        page.navigate(home + "/");
    }

    @AfterEach
    void nothingWentWrong() {
        if (reader == null) return;
        var wrongs = observer.wrongs();
        reader.close();
        assertThat(wrongs).isEmpty();
    }

    private void click(String text) {
        page.locator("main")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private Locator row(String text) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    @Test
    void theBarExamResultOfGpt4AndWhereItIsPrinted() {
        click("Uniform Bar Exam");
        var result =
                page.locator("tbody tr")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(page.locator("a[href='/model/gpt-4']")));
        assertThat(result.first()).containsText("298");
        result.first().locator("small a").first().click();

        assertThat(page.locator("h1")).containsText("page 5");
        assertThat(page.locator("main")).containsText("298");
        assertThat(page.locator("main")).containsText("GPT-4 Technical Report");
    }

    @Test
    void whatTheDeveloperOfGpt4WithheldAndWhy() {
        click("What is withheld about which model, who says so, and for what reason?");
        var withheld = row("GPT-4").filter(new Locator.FilterOptions().setHasText("OpenAI"));

        assertThat(withheld.first()).containsText("competit");
        withheld.first().locator("a").first().click();
        assertThat(page.locator("h1")).not().isEmpty();
    }

    @Test
    void whatMitigatesHallucinationAndWhoShowedIt() {
        click("hallucination");
        assertThat(page.locator("h1")).containsText("hallucination");
        assertThat(page.locator("main a[href='/technique/rlhf']").first()).isVisible();
        assertThat(page.locator("main a[href='/mitigation/grounding']").first()).isVisible();
        page.locator("main a[href='/claim/gpt-4-technical-report-factuality-improved']")
                .first()
                .click();

        assertThat(page.locator("main")).containsText("OpenAI");
        assertThat(page.locator("main")).containsText("measured");
        assertThat(page.locator("main")).containsText("GPT-4 Technical Report");
    }

    @Test
    void howTwoModelsDiffer() {
        click("How do two models compare where both were tested alike?");
        page.locator("select[name=model], input[name=model]").first().waitFor();
        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(page.locator("thead")).containsText("difference");
    }

    @Test
    void theLeaderboardAsCsv() throws Exception {
        page.locator(".tiles a[href='/benchmarks']").click();
        page.locator("tbody a[href='/benchmark/mmlu']").first().click();
        var download =
                page.waitForDownload(() ->
                        page.locator(".leaderboard .downloads a")
                                .getByText("CSV")
                                .first()
                                .evaluate("a => { a.download = 'mmlu.csv'; a.click(); }"));

        assertThat(Files.readAllLines(download.path()).getFirst()).contains("model");
        assertThat(Files.readAllLines(download.path())).hasSizeGreaterThan(10);
    }
}
