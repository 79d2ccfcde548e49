package org.modelgraph.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Notices all that a page must not do, and looks at what it shows. */
final class Observer {
    private static final String AXE = read("/axe.min.js");

    /** Text that is nothing but an IRI of ours, outside of places that are meant for codes. */
    private static final String RAW_IRIS =
            """
            () => {
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const node = texts.currentNode;
                if (node.parentElement.closest('code, pre, textarea, script, .cm-editor')) continue;
                if (/^\\s*https:\\/\\/w3id\\.org\\/modelgraph\\/\\S*\\s*$/.test(node.data)) found.push(node.data.trim());
              }
              return found;
            }
            """;

    private static final String OVERFLOW =
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.querySelectorAll('body *')]
                .filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest('.scroll, [role=listbox]'))
                .slice(0, 3).map((e) => e.outerHTML.slice(0, 120));
            }
            """;

    private static final String VIOLATIONS =
            """
            async () => {
              const result = await axe.run(document, { resultTypes: ['violations'] });
              return result.violations.map((v) => v.id + ': ' + v.help + ' at '
                + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | '));
            }
            """;

    private final List<String> wrongs = new ArrayList<>();
    private final String home;

    private Observer(String home) {
        this.home = home;
    }

    /** Watches all pages of a reader of the server with this address. */
    static Observer of(BrowserContext reader, String home) {
        var observer = new Observer(home);
        reader.onConsoleMessage(observer::hear);
        reader.onWebError(error -> observer.wrongs.add("error: " + error.error()));
        reader.onRequest(request -> {
            if (!request.url().startsWith(home + "/") && !request.url().matches("(data|blob):.*"))
                observer.wrongs.add("a request to " + request.url());
        });
        reader.onRequestFailed(request -> {
            if (!Objects.requireNonNullElse(request.failure(), "").contains("ERR_ABORTED"))
                observer.wrongs.add("failed: " + request.url() + " " + request.failure());
        });
        return observer;
    }

    private void hear(ConsoleMessage message) {
        var loud = message.type().equals("error") || message.type().equals("warning");
        if (loud && !isStatusOfThePage(message))
            wrongs.add(message.type() + ": " + message.text() + " " + message.location());
    }

    /** A page that tells a problem has its status, and the browser says so. */
    private boolean isStatusOfThePage(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a")
                && !message.location().startsWith(home + "/assets/")
                && !message.location().startsWith(home + "/api/");
    }

    /** What went wrong since the last call: errors, refused content, foreign requests. */
    List<String> wrongs() {
        var noticed = List.copyOf(wrongs);
        wrongs.clear();
        return noticed;
    }

    /** IRIs that stand where a label should. */
    static List<?> rawIris(Page page) {
        return (List<?>) page.evaluate(RAW_IRIS);
    }

    /** What makes the page wider than the window. */
    static List<?> overflow(Page page) {
        return (List<?>) page.evaluate(OVERFLOW);
    }

    /** What axe-core finds against accessibility. */
    static List<?> violations(Page page) {
        page.evaluate("typeof axe === 'undefined' && (() => {" + AXE + "\n})()");
        return (List<?>) page.evaluate(VIOLATIONS);
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Observer.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
