package org.modelgraph.text;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of a text in which the words of a search stand.
 *
 * @param fragments the sentences, cut at the words
 * @param language the language of the text, as its tag; empty where it has none
 */
public record Snippet(List<Fragment> fragments, String language) {
    private static final int SENTENCES = 2;
    private static final String GAP = " … ";

    /** A part of a text that is a word that was looked for, or stands between such words. */
    public record Fragment(String text, boolean isFound) {}

    /** The sentences of a match. */
    public static Snippet of(Match match, Wanted wanted) {
        var text = match.literal().getLiteralLexicalForm();
        var language = match.literal().getLiteralLanguage();
        var tongue = Tongue.of(language);
        var highlighter =
                UnifiedHighlighter.builderWithoutSearcher(tongue.analyzer())
                        .withFormatter(new Cut())
                        .withMaxLength(text.length() + 1)
                        .build();
        try {
            var cut =
                    highlighter.highlightWithoutSearcher(
                            tongue.field(), wanted.in(tongue), text, SENTENCES);
            var fragments = new ArrayList<Fragment>();
            if (cut instanceof List<?> parts)
                for (var part : parts) if (part instanceof Fragment f) fragments.add(f);
            if (fragments.isEmpty()) fragments.add(new Fragment(text, false));
            return new Snippet(fragments, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Cut extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            var fragments = new ArrayList<Fragment>();
            var before = 0;
            for (var passage : passages) {
                if (passage.getStartOffset() > before) fragments.add(new Fragment(GAP, false));
                cut(passage, content, fragments);
                before = passage.getEndOffset();
            }
            if (before < content.length()) fragments.add(new Fragment(GAP, false));
            return fragments;
        }

        private static void cut(Passage passage, String content, List<Fragment> fragments) {
            var at = passage.getStartOffset();
            for (var i = 0; i < passage.getNumMatches(); i++) {
                var start = passage.getMatchStarts()[i];
                var end = passage.getMatchEnds()[i];
                if (start < at) continue;
                if (start > at) fragments.add(new Fragment(content.substring(at, start), false));
                fragments.add(new Fragment(content.substring(start, end), true));
                at = end;
            }
            if (at < passage.getEndOffset())
                fragments.add(new Fragment(content.substring(at, passage.getEndOffset()), false));
        }
    }
}
