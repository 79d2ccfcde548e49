package org.modelgraph.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Debian's Chromium without a screen and cut off from every host but this one; one for all tests,
 * closed with the process.
 */
final class Chromium {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private static Optional<Browser> shared = Optional.empty();

    private Chromium() {}

    /** The browser; a test that needs it is skipped where there is none. */
    static synchronized Browser shared() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "needs Chromium at " + PROGRAM + " (apt-get install chromium)");
        if (shared.isEmpty()) {
            var options =
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            var playwright = Playwright.create(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            shared =
                    Optional.of(
                            playwright
                                    .chromium()
                                    .launch(
                                            new BrowserType.LaunchOptions()
                                                    .setExecutablePath(PROGRAM)
                                                    .setArgs(FLAGS)));
        }
        return shared.get();
    }

    /** A reader with a window of a size, a language, and scripts or without them. */
    static BrowserContext reader(Screen screen, String language, boolean scripts) {
        return shared().newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(screen.width(), screen.height())
                                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                                .setJavaScriptEnabled(scripts)
                                .setColorScheme(ColorScheme.LIGHT)
                                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    /** A reader in English at a desk. */
    static BrowserContext reader() {
        return reader(Screen.DESK, "en", true);
    }
}
