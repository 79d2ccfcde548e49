package org.modelgraph.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.modelgraph.protocol.TestServer;

/** A reader at the workbench; closing it makes sure that nothing went wrong. */
final class Desk implements AutoCloseable {
    static final String PREFIX = "PREFIX mg: <https://w3id.org/modelgraph/ns/>\n";

    private final String home = TestServer.bundled().client().base();
    private final BrowserContext reader = Chromium.reader();
    private final Observer observer = Observer.of(reader, home);
    private Page page = reader.newPage();

    String home() {
        return home;
    }

    Page page() {
        return page;
    }

    /** Closes the window and opens another one. */
    void newWindow() {
        page.close();
        page = reader.newPage();
    }

    /** Opens a page with a workbench. */
    void open(String path) {
        page.navigate(home + path);
        page.waitForSelector("html[data-workbench=ready]");
    }

    /** What stands in the editor. */
    Locator text() {
        return page.locator(".cm-content");
    }

    /** Puts a text into the editor. */
    void write(String query) {
        text().click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().insertText(query);
    }

    void press(String button) {
        page.getByText(button, new Page.GetByTextOptions().setExact(true)).first().click();
    }

    Locator output() {
        return page.locator("#output");
    }

    /** Runs a query by the keys and waits for its result. */
    void run(String query) {
        write(query);
        page.keyboard().press("Control+Enter");
        output().locator(".outcome h2").waitFor();
    }

    @Override
    public void close() {
        var wrongs = observer.wrongs();
        reader.close();
        assertThat(wrongs).isEmpty();
    }
}
