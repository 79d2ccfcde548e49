package org.modelgraph.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modelgraph.protocol.Client.encoded;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/** Somebody writes queries, runs them, looks at what comes, stops them, shares them. */
class WorkbenchPageTest {
    private static final String PREFIX = Desk.PREFIX;

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk();
    }

    @AfterEach
    void nothingWentWrong() {
        if (desk != null) desk.close();
    }

    @Test
    void aQueryIsCompletedByLabelAndItsPrefixDeclared() {
        desk.open("/sparql");
        desk.write("SELECT * WHERE { ?m a ");
        desk.page().keyboard().type("Mode");
        desk.page()
                .locator(
                        ".cm-tooltip-autocomplete li",
                        new Page.LocatorOptions().setHasText("mg:Model ·"))
                .click();
        desk.page().keyboard().type(" ; develop");
        desk.page()
                .locator(
                        ".cm-tooltip-autocomplete li",
                        new Page.LocatorOptions().setHasText("mg:developedBy"))
                .first()
                .click();

        assertThat(desk.text()).containsText("PREFIX mg: <https://w3id.org/modelgraph/ns/>");
        assertThat(desk.text()).containsText("?m a mg:Model ; mg:developedBy");
    }

    @Test
    void aKnownPrefixIsDeclaredWhenItsColonIsTyped() {
        desk.open("/sparql");
        desk.write("ASK { ?m a ");
        desk.page().keyboard().type("skos:");

        assertThat(desk.text()).containsText("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>");
        assertThat(desk.text()).containsText("ASK { ?m a skos:");
    }

    @Test
    void aMistakeIsMarkedWithWhatIsMeant() {
        desk.open("/sparql");
        desk.write(PREFIX + "SELECT * WHERE { ?m mg:developdBy ?d }");
        desk.page().locator(".cm-lintRange-warning").hover();
        assertThat(desk.page().locator(".cm-diagnostic")).containsText("mg:developedBy");

        desk.write("SELEC * { ?s ?p ?o }");
        desk.page().locator(".cm-lintRange-error").hover();
        assertThat(desk.page().locator(".cm-diagnostic").first()).containsText("SELECT");
    }

    @Test
    void aResultIsATableOfLabelsThatCanBeSortedAndNarrowed() {
        desk.open("/sparql");
        desk.run(
                PREFIX
                        + "SELECT ?model ?who WHERE { ?model mg:developedBy ?who } ORDER BY ?model"
                        + " LIMIT 50");

        assertThat(desk.output().locator("tbody tr")).hasCount(50);
        assertThat(desk.output().locator(".outcome h2")).containsText("50 rows");
        assertThat(Observer.rawIris(desk.page())).isEmpty();
        desk.output().locator("thead button").last().click();
        assertThat(desk.output().locator("thead th").last()).hasAttribute("aria-sort", "ascending");
        desk.output().locator(".narrowing").fill("zzzz");
        assertThat(desk.output().locator("tbody tr:visible")).hasCount(0);
        assertThat(desk.page().url()).contains("/sparql?query=");
    }

    @Test
    void anAskIsAnsweredByYesOrNo() {
        desk.open("/sparql");
        desk.run("ASK { ?s ?p 'nobody says this' }");

        assertThat(desk.output().locator(".truth")).hasText("No");
    }

    @Test
    void aProblemOfTheServerIsToldWithItsPlace() {
        desk.open("/sparql");
        desk.write("SELECT * WHERE { ?s ?p }");
        desk.press("Run");

        assertThat(desk.output().locator(".problem")).containsText("Line 1");
    }

    @Test
    void aQueryThatTakesTooLongIsStoppedByAClick() {
        desk.open("/sparql");
        desk.write(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c = ?f && ?f ="
                        + " ?i) }");
        desk.press("Run");
        desk.press("Stop");

        assertThat(desk.output()).hasText("The query was stopped.");
    }

    @Test
    void aSharedQueryOpensElsewhereAndRuns() {
        desk.open("/sparql");
        var query = PREFIX + "SELECT ?m { ?m a mg:Model } LIMIT 7";
        desk.write(query);
        desk.press("Share");
        var address = desk.page().locator("dialog a").first().getAttribute("href");
        assertThat(address).matches(Pattern.quote(desk.home()) + "/q/[0-9a-f]{16}");

        try (var other = Chromium.reader()) {
            var opened = other.newPage();
            opened.navigate(address);
            opened.waitForSelector("html[data-workbench=ready]");
            assertThat(opened.locator("tbody tr")).hasCount(7);
            assertThat(opened.locator(".cm-content"))
                    .containsText("SELECT ?m { ?m a mg:Model } LIMIT 7");
        }
    }

    @Test
    void tabsAndHistoryAreThereAgainAfterTheWindowWasClosed() {
        desk.open("/sparql");
        desk.run("# the first\nASK { ?s ?p 1 }");
        desk.page().locator(".tabs button").last().click();
        desk.run("# the second\nASK { ?s ?p 2 }");
        desk.newWindow();
        desk.open("/sparql");

        assertThat(desk.page().locator(".tabs li")).hasCount(3);
        assertThat(desk.text()).containsText("# the second");
        desk.page().locator(".tabs").getByText("the first").click();
        assertThat(desk.text()).containsText("ASK { ?s ?p 1 }");
        desk.press("History");
        assertThat(desk.page().locator("dialog .past li")).hasCount(3);
    }

    @Test
    void aQueryIsSetOutAndExplainedAndWrittenForOtherPrograms() {
        desk.open("/sparql");
        desk.write(
                PREFIX
                        + "select ?m where { ?m a mg:Model optional { ?m mg:released ?d } } limit"
                        + " 3");
        desk.press("Format");
        assertThat(desk.text()).containsText("SELECT ?m WHERE {");
        desk.press("Explain");
        assertThat(desk.page().locator("dialog .plan")).containsText("?m rdf:type mg:Model");
        assertThat(Observer.violations(desk.page())).isEmpty();
        desk.page().keyboard().press("Escape");
        desk.press("Code");
        for (var program : new String[] {"curl", "Python", "R", "JavaScript", "Java"})
            assertThat(
                            desk.page()
                                    .locator("dialog h3")
                                    .getByText(
                                            program, new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        assertThat(Observer.violations(desk.page())).isEmpty();
    }

    @Test
    void itWorksAsAPlainFormWithoutScripts() {
        try (var plain = Chromium.reader(Screen.PHONE, "en", false)) {
            var form = plain.newPage();
            form.navigate(desk.home() + "/sparql");
            form.fill("textarea", PREFIX + "SELECT ?m { ?m a mg:Model } LIMIT 5");
            form.click("form.query button[type=submit]");
            assertThat(form.locator("tbody tr")).hasCount(5);
            form.navigate(desk.home() + "/sparql?query=" + encoded("ASK {"));
            assertThat(form.locator(".problem")).isVisible();
        }
    }
}
