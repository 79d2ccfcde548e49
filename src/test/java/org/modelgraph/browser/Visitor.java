package org.modelgraph.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.modelgraph.protocol.TestServer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader who goes from page to page in one window, and whose browser keeps nothing but what it
 * fetched; one of each sort for all pages.
 */
final class Visitor {
    private static final Map<String, Visitor> ALL = new HashMap<>();

    private final String home = TestServer.bundled().client().base();
    private final boolean scripts;
    private final BrowserContext reader;
    private final Observer observer;
    private final Page page;

    private Visitor(String language, boolean scripts) {
        this.scripts = scripts;
        reader = Chromium.reader(Screen.DESK, language, scripts);
        observer = Observer.of(reader, home);
        page = reader.newPage();
    }

    /** The visitor who reads a language, with scripts or without. */
    static Visitor of(String language, boolean scripts) {
        return ALL.computeIfAbsent(language + scripts, _ -> new Visitor(language, scripts));
    }

    /** Ends all visits. */
    static void leave() {
        ALL.values().forEach(visitor -> visitor.reader.close());
        ALL.clear();
    }

    /** Opens a page at a desk by day, as on a first visit, and waits until its scripts have run. */
    Page open(String path) {
        page.setViewportSize(Screen.DESK.width(), Screen.DESK.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        forget();
        page.navigate(home + path);
        if (scripts) page.waitForSelector("html[data-ready]");
        return page;
    }

    /** Leaves the page that is open, with all that it has kept and is still about. */
    private void forget() {
        if (scripts && page.url().startsWith(home)) page.evaluate("localStorage.clear()");
        page.navigate("about:blank");
        reader.clearCookies();
        observer.wrongs();
    }

    /** What went wrong since the page was opened. */
    List<String> wrongs() {
        return observer.wrongs();
    }
}
