package org.modelgraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelgraph.protocol.TestServer;

/** The search field in the head of every page. */
class SearchFieldTest {
    private final String home = TestServer.bundled().client().base();

    @ParameterizedTest
    @CsvSource({
        "en, halluc, hallucination",
        "zh, 幻觉, 幻觉",
        "en, 幻觉, hallucination",
        "zh, halluc, 幻觉"
    })
    void suggestsAsOneWritesAndGoesThereByTheKeys(String language, String typed, String label) {
        try (var reader = Chromium.reader(Screen.DESK, language, true)) {
            var observer = Observer.of(reader, home);
            var page = reader.newPage();
            page.navigate(home + "/");
            page.waitForSelector("html[data-ready]");
            page.keyboard().press("/");
            page.keyboard().insertText(typed);
            var first = page.locator("[role=option]").first();
            assertThat(first).containsText(label);
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".search input"))
                    .hasAttribute("aria-activedescendant", "suggestion-0");
            assertThat(Observer.violations(page)).isEmpty();
            page.keyboard().press("Enter");
            page.waitForURL("**/limitation/hallucination*");
            assertThat(page.locator("h1")).containsText(label);
            assertThat(observer.wrongs()).isEmpty();
        }
    }

    @Test
    void findsWithoutScripts() {
        try (var reader = Chromium.reader(Screen.PHONE, "en", false)) {
            var page = reader.newPage();
            page.navigate(home + "/");
            page.fill(".search input[type=search]", "halluc");
            page.locator(".search input[type=search]").press("Enter");
            assertThat(page.locator(".hits a").first()).hasText("hallucination");
        }
    }

    @Test
    void escapeClosesTheSuggestions() {
        try (var reader = Chromium.reader()) {
            var page = reader.newPage();
            page.navigate(home + "/models");
            page.waitForSelector("html[data-ready]");
            page.fill(".search input[type=search]", "gpt");
            page.locator("[role=option]").first().waitFor();
            page.locator(".search input[type=search]").press("Escape");
            assertThat(page.locator("[role=listbox]")).isHidden();
        }
    }

    @Test
    void theThemeIsChosenAndKept() {
        try (var reader = Chromium.reader()) {
            var page = reader.newPage();
            page.navigate(home + "/");
            page.waitForSelector("html[data-ready]");
            page.locator("button.theme").click();
            page.navigate(home + "/models");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(19, 21, 25)");
        }
    }

    @Test
    void aCodeIsCopied() {
        try (var reader = Chromium.reader()) {
            var page = reader.newPage();
            page.navigate(home + "/model/gpt-4");
            page.waitForSelector("html[data-ready]");
            page.locator(".iri button.copy").click();
            assertThat(page.locator("#announcement")).hasText("Copied");
            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo("https://w3id.org/modelgraph/model/gpt-4");
        }
    }

    @Test
    void aTableIsSortedByItsHead() {
        try (var reader = Chromium.reader()) {
            var page = reader.newPage();
            page.navigate(home + "/queries/results/exam-results");
            page.waitForSelector("html[data-ready]");
            var head = page.locator("thead th button").first();
            head.click();
            head.click();
            assertThat(page.locator("thead th").first()).hasAttribute("aria-sort", "descending");
            var first = page.locator("tbody tr td").first().textContent();
            var last = page.locator("tbody tr").last().locator("td").first().textContent();
            assertThat(first.compareToIgnoreCase(last)).isGreaterThanOrEqualTo(0);
        }
    }
}
