package org.modelgraph.http.browse;

import org.modelgraph.browse.Thing;
import org.modelgraph.catalog.Asking;
import org.modelgraph.graph.View;
import org.modelgraph.http.Cells;
import org.modelgraph.http.Inquiry;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Column;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.http.pages.panel.Slot;
import org.modelgraph.problem.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills the places of a layout with answers. */
public final class PanelReader {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Site site;
    private final Inquiry inquiry;

    /** A reader that asks the questions of a site. */
    public PanelReader(Site site, Inquiry inquiry) {
        this.site = site;
        this.inquiry = inquiry;
    }

    /**
     * The panels of a page about one thing, those without an answer left out where their place is
     * not kept. A question that the catalogue does not have has no panel.
     */
    public List<Panel> read(View view, Frame frame, Thing subject, List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> read(view, frame, subject, slot).stream())
                .filter(p -> p.slot().kept() || !p.isEmpty() || !p.failure().isEmpty())
                .toList();
    }

    private Optional<Panel> read(View view, Frame frame, Thing subject, Slot slot) {
        var given =
                slot.parameter().isEmpty()
                        ? Map.<String, List<String>>of()
                        : Map.of(slot.parameter(), List.of(subject.iri()));
        return read(view, frame, Optional.of(subject), slot, given);
    }

    /**
     * One panel; empty where the catalogue lacks the question.
     *
     * @param given what is asked about
     */
    public Optional<Panel> read(
            View view,
            Frame frame,
            Optional<Thing> subject,
            Slot slot,
            Map<String, List<String>> given) {
        return read(view, frame, subject, slot, given, Panel.LONGEST);
    }

    /**
     * The same with rows of its own number.
     *
     * @param longest how many rows it has at most
     */
    public Optional<Panel> read(
            View view,
            Frame frame,
            Optional<Thing> subject,
            Slot slot,
            Map<String, List<String>> given,
            int longest) {
        var page = new Asking.Page(OptionalInt.of(longest), 0);
        return site.catalog()
                .find(slot.question())
                .map(question ->
                        answer(view, frame, subject, slot, new Asking(question, given, page)));
    }

    private Panel answer(
            View view, Frame frame, Optional<Thing> subject, Slot slot, Asking asking) {
        try {
            var answer = inquiry.answer(view, asking, LONGEST);
            var names = site.index(view).names();
            var table = new Cells(names, frame.language()).table(answer.columns(), answer.rows());
            return Panel.of(
                    frame,
                    slot,
                    asking,
                    subject,
                    table,
                    t -> Column.of(t, names, frame.language()),
                    answer.more());
        } catch (Problem problem) {
            return Panel.failed(
                    frame,
                    slot,
                    asking,
                    subject,
                    frame.texts().get("panel.failed", LONGEST.toSeconds()));
        }
    }
}
