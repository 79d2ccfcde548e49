package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.OpenApi;
import org.modelgraph.catalog.QuestionDocument;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.catalog.TableWriter;
import org.modelgraph.graph.View;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions of the catalogue for programs: {@code /api/queries} and what stands below it. */
final class CatalogEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Site site;
    private final Inquiry inquiry;

    CatalogEndpoint(Site site, Inquiry inquiry) {
        this.site = site;
        this.inquiry = inquiry;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/api/openapi.json", this::openApi);
        routing.get("/api/queries", this::list);
        routing.get("/api/queries/<id>", e -> answer(e, e.context().pathParam("id")));
    }

    /** All questions. */
    void list(Exchange exchange) {
        json(exchange, QuestionDocument.of(site.catalog(), site.publicBase(exchange)));
    }

    /** The description by OpenAPI. */
    void openApi(Exchange exchange) {
        var service =
                new OpenApi.Service(
                        site.publicBase(exchange), version(), inquiry.longest().toSeconds());
        json(exchange, OpenApi.document(site.catalog(), service));
    }

    private static String version() {
        return Optional.ofNullable(CatalogEndpoint.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /** Sends a value made of maps and lists. */
    static void json(Exchange exchange, Object document) {
        try {
            exchange.vary();
            exchange.context()
                    .contentType("application/json")
                    .header("Cache-Control", "no-cache")
                    .result(JSON.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answer to one question.
     *
     * @param path its id, with the ending of a format or without
     */
    void answer(Exchange exchange, String path) {
        var ending = Ending.of(path, id -> site.catalog().find(id).isPresent());
        var question = site.catalog().get(ending.id());
        var asking = Asking.of(question, exchange.parameters());
        var format = ending.format().orElseGet(() -> accepted(exchange));
        if (format == TableFormat.QUERY) {
            exchange.vary();
            exchange.context()
                    .contentType(format.contentType())
                    .result(asking.text().getBytes(StandardCharsets.UTF_8));
        } else {
            inquiry.read(exchange, view -> send(exchange, view, asking, format));
        }
    }

    private static TableFormat accepted(Exchange exchange) {
        return exchange.parameter("format")
                .map(name ->
                        TableFormat.ofExtension(name)
                                .orElseThrow(() ->
                                        Problem.of(
                                                        Problem.Kind.NOT_ACCEPTABLE,
                                                        "There is no format '" + name + "' here.")
                                                .hint("On offer: " + TableFormat.endings() + ".")))
                .orElseGet(() -> TableFormat.accepted(exchange.accept()));
    }

    private boolean send(Exchange exchange, View view, Asking asking, TableFormat format) {
        var tag =
                EntityTag.of(
                        exchange, view.version(), asking.text(), asking.page(), format.extension());
        if (tag.settles(exchange)) return false;
        var table = inquiry.answer(view, asking);
        var next = next(exchange, asking, table);
        next.ifPresent(n -> exchange.context().header("Link", "<" + n + ">; rel=\"next\""));
        var about = new LinkedHashMap<>(QuestionDocument.of(asking));
        about.put("version", view.version().toString());
        next.ifPresent(n -> about.put("next", n));
        exchange.context()
                .contentType(format.contentType())
                .result(TableWriter.write(table, format, about));
        return true;
    }

    /** The address of the part that comes next, where there is one. */
    private Optional<String> next(Exchange exchange, Asking asking, AnswerTable table) {
        if (!table.more()) return Optional.empty();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("limit", String.valueOf(asking.page().limit().orElseThrow()));
        parameters.put("offset", String.valueOf(table.offset() + table.rows().size()));
        var rest =
                exchange.parameters().stream()
                        .filter(p -> !parameters.containsKey(p.name()))
                        .map(p -> pair(Map.entry(p.name(), p.value())));
        var query =
                java.util.stream.Stream.concat(
                                rest, parameters.entrySet().stream().map(CatalogEndpoint::pair))
                        .collect(Collectors.joining("&"));
        return Optional.of(site.publicBase(exchange) + exchange.context().path() + "?" + query);
    }

    private static String pair(Map.Entry<String, String> parameter) {
        return Addresses.encode(parameter.getKey()) + "=" + Addresses.encode(parameter.getValue());
    }
}
