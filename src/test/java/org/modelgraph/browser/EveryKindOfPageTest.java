package org.modelgraph.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Every kind of page in a real browser without network: on a desk and a phone, by day and night, in
 * both languages, with scripts and without. {@code -Dscreenshots=true} leaves pictures in {@code
 * target/screenshots}.
 */
class EveryKindOfPageTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @AfterAll
    static void leave() {
        Visitor.leave();
    }

    static List<PageKind> kinds() {
        return PageKind.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isSoundInEnglish(PageKind kind) {
        open(kind, "en", true);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isSoundInChinese(PageKind kind) {
        open(kind, "zh", true);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isSoundWithoutScripts(PageKind kind) {
        open(kind, "en", false);
        open(kind, "zh", false);
    }

    private static void open(PageKind kind, String language, boolean scripts) {
        var visitor = Visitor.of(language, scripts);
        var page = visitor.open(kind.path());
        assertThat(page.getAttribute("html", "lang")).startsWith(language);
        assertThat(Observer.rawIris(page)).as("IRIs where labels should be").isEmpty();
        for (var screen : Screen.values())
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
                look(kind, page, screen, scheme, language, scripts);
        assertThat(visitor.wrongs()).as("%s in %s", kind, language).isEmpty();
    }

    private static void look(
            PageKind kind,
            Page page,
            Screen screen,
            ColorScheme scheme,
            String language,
            boolean scripts) {
        page.setViewportSize(screen.width(), screen.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var what = kind + ", " + screen + ", " + scheme + ", " + language;
        assertThat(Observer.overflow(page)).as("too wide: %s", what).isEmpty();
        // each theme and each width once: at a desk by day in English, on a phone by night in
        // Chinese
        var english = language.equals("en");
        var first = screen == Screen.DESK && scheme == ColorScheme.LIGHT;
        var last = screen == Screen.PHONE && scheme == ColorScheme.DARK;
        if (!scripts || !(english ? first : last)) return;
        assertThat(Observer.violations(page)).as(what).isEmpty();
        if (!Boolean.getBoolean("screenshots")) return;
        var name = "%s %s %s %s.png".formatted(kind, language, screen, scheme);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                SCREENSHOTS.resolve(
                                        name.toLowerCase(Locale.ROOT).replace(' ', '-')))
                        .setFullPage(true));
    }
}
