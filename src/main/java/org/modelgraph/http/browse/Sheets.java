package org.modelgraph.http.browse;

import org.modelgraph.graph.View;
import org.modelgraph.http.EntityTag;
import org.modelgraph.http.Exchange;
import org.modelgraph.http.Site;
import org.modelgraph.http.pages.Frame;
import org.modelgraph.http.pages.panel.Form;
import org.modelgraph.http.pages.panel.Panel;
import org.modelgraph.http.pages.panel.Sheet;
import org.modelgraph.http.pages.panel.Slot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends pages that are made of panels and not about one thing. */
final class Sheets {
    private final Site site;
    private final PanelReader panels;

    Sheets(Site site, PanelReader panels) {
        this.site = site;
        this.panels = panels;
    }

    Site site() {
        return site;
    }

    /** What makes a page of one state of the store. */
    interface Making {
        Sheet sheet(Exchange exchange, View view, Frame frame);
    }

    /** Sends a page, or 304 where the client has it already. */
    void send(Exchange exchange, Making making) {
        site.read(view -> {
            var tag =
                    EntityTag.of(
                            exchange,
                            view.version(),
                            exchange.path(),
                            exchange.parameters(),
                            exchange.language(),
                            site.start());
            if (tag.settles(exchange)) return false;
            var frame = site.frame(exchange);
            var sheet = making.sheet(exchange, view, frame);
            exchange.page(200, site.pages().render("sheet", frame, Map.of("sheet", sheet)));
            return true;
        });
    }

    /** The panels of some places. */
    List<Panel> panels(View view, Frame frame, List<Slot> slots) {
        return slots.stream()
                .flatMap(
                        slot -> panels.read(view, frame, Optional.empty(), slot, Map.of()).stream())
                .toList();
    }

    /** One panel as wide as the page; none where the catalogue lacks the question. */
    List<Panel> one(
            View view, Frame frame, String question, Form form, Map<String, List<String>> given) {
        return panels
                .read(
                        view,
                        frame,
                        Optional.empty(),
                        new Slot(question, "", form, 12, true),
                        given,
                        3000)
                .stream()
                .toList();
    }
}
