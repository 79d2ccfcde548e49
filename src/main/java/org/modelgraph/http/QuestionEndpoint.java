package org.modelgraph.http;

import org.modelgraph.catalog.Asking;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.QuestionPage;
import org.modelgraph.http.pages.Run;

import java.util.List;
import java.util.OptionalInt;

/** The questions of the catalogue for people: the gallery, and a page for each. */
final class QuestionEndpoint implements Endpoint {
    private final Site site;
    private final Inquiry inquiry;

    QuestionEndpoint(Site site, Inquiry inquiry) {
        this.site = site;
        this.inquiry = inquiry;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/queries", this::gallery);
        routing.get("/queries/<id>", e -> page(e, e.context().pathParam("id")));
    }

    /** All questions by topic. */
    void gallery(Exchange exchange) {
        exchange.page(200, site.pages().queries(site.frame(exchange), site.catalog()));
    }

    /** One question with its form and its answer. */
    void page(Exchange exchange, String id) {
        var asked = Asking.of(site.catalog().get(id), exchange.parameters());
        var page = asked.page();
        var limit = OptionalInt.of(page.limit().orElse(QuestionPage.ROWS));
        var asking =
                new Asking(asked.question(), asked.given(), new Asking.Page(limit, page.offset()));
        inquiry.read(exchange, view -> send(exchange, view, asking));
    }

    private boolean send(Exchange exchange, View view, Asking asking) {
        var tag =
                EntityTag.of(
                        exchange,
                        view.version(),
                        asking.text(),
                        asking.page(),
                        exchange.language(),
                        site.start(),
                        exchange.parameters());
        if (tag.settles(exchange)) return false;
        var begin = System.nanoTime();
        var answer = inquiry.answer(view, asking);
        var index = site.index(view);
        var run =
                new Run(
                        asking.text(),
                        (System.nanoTime() - begin) / 1_000_000,
                        answer.more(),
                        List.of());
        var table =
                new Cells(index.names(), exchange.language())
                        .table(answer.columns(), answer.rows());
        exchange.page(200, site.pages().question(site.frame(exchange), asking, run, table, index));
        return true;
    }
}
