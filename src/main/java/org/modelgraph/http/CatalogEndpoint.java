package org.modelgraph.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.modelgraph.catalog.AnswerTable;
import org.modelgraph.catalog.Asking;
import org.modelgraph.catalog.Catalog;
import org.modelgraph.catalog.OpenApi;
import org.modelgraph.catalog.QuestionDocument;
import org.modelgraph.catalog.TableFormat;
import org.modelgraph.catalog.TableWriter;
import org.modelgraph.graph.Version;
import org.modelgraph.http.pages.Addresses;
import org.modelgraph.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questions of the catalogue for programs: {@code /api/queries} and what stands below it. */
final class CatalogEndpoint implements Endpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalog catalog;
    private final Function<Exchange, String> publicBase;
    private final Answerer answerer;

    /**
     * A catalogue.
     *
     * @param publicBase the address by which a client reaches the server, without a slash at its
     *     end
     * @param answerer finds the answers
     */
    CatalogEndpoint(Catalog catalog, Function<Exchange, String> publicBase, Answerer answerer) {
        this.catalog = catalog;
        this.publicBase = publicBase;
        this.answerer = answerer;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/api/openapi.json", this::openApi);
        routing.get("/api/queries", this::list);
        routing.get("/api/queries/<id>", e -> answer(e, e.context().pathParam("id")));
    }

    /** All questions. */
    void list(Exchange exchange) {
        json(exchange, QuestionDocument.of(catalog, publicBase.apply(exchange)));
    }

    /** The description by OpenAPI. */
    void openApi(Exchange exchange) {
        var service =
                new OpenApi.Service(
                        publicBase.apply(exchange), version(), answerer.longest().toSeconds());
        json(exchange, OpenApi.document(catalog, service));
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
        var ending = Ending.of(path, id -> catalog.find(id).isPresent());
        var question = catalog.get(ending.id());
        var asking = Asking.of(question, exchange.parameters());
        var format = ending.format().orElseGet(() -> accepted(exchange));
        if (format == TableFormat.QUERY) {
            exchange.vary();
            exchange.context()
                    .contentType(format.contentType())
                    .result(asking.text().getBytes(StandardCharsets.UTF_8));
        } else {
            answerer.answer(
                    exchange,
                    asking,
                    format,
                    (table, version) -> send(exchange, asking, format, table, version));
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

    private void send(
            Exchange exchange,
            Asking asking,
            TableFormat format,
            AnswerTable table,
            Optional<Version> version) {
        var next = next(exchange, asking, table);
        next.ifPresent(n -> exchange.context().header("Link", "<" + n + ">; rel=\"next\""));
        var about = new LinkedHashMap<>(QuestionDocument.of(asking));
        version.ifPresent(v -> about.put("version", v.toString()));
        next.ifPresent(n -> about.put("next", n));
        exchange.context()
                .contentType(format.contentType())
                .result(TableWriter.write(table, format, about));
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
        return Optional.of(publicBase.apply(exchange) + exchange.context().path() + "?" + query);
    }

    private static String pair(Map.Entry<String, String> parameter) {
        return Addresses.encode(parameter.getKey()) + "=" + Addresses.encode(parameter.getValue());
    }
}
