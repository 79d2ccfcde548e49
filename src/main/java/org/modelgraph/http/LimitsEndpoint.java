package org.modelgraph.http;

import org.modelgraph.Settings;
import org.modelgraph.sparql.Allowed;
import org.modelgraph.sparql.Complexity;
import org.modelgraph.sparql.bound.Budget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /limits}: everything that is limited here, with the value in force. */
final class LimitsEndpoint implements Endpoint {
    private final QueryLane lane;
    private final Settings settings;

    LimitsEndpoint(QueryLane lane, Settings settings) {
        this.lane = lane;
        this.settings = settings;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/limits", this::limits);
    }

    void limits(Exchange exchange) {
        CatalogEndpoint.json(exchange, document());
    }

    /** The limits by the names that the documentation has for them. */
    Map<String, Object> document() {
        var limits = new LinkedHashMap<String, Object>();
        limits.put("queryBytes", Complexity.QUERY.bytes());
        limits.put("updateBytes", Complexity.UPDATE.bytes());
        limits.put("openBrackets", Complexity.QUERY.nesting());
        limits.put("triplePatterns", Complexity.QUERY.patterns());
        limits.put("algebraDepth", Complexity.QUERY.depth());
        limits.put("querySeconds", lane.limit(Optional.empty()).toMillis() / 1000.0);
        limits.put("parallelQueries", settings.parallelQueries());
        limits.put("answerRows", settings.rowLimit());
        limits.put("textCharacters", Budget.USUAL.textLength());
        limits.put("pathEnds", Budget.USUAL.heldRows());
        limits.put("allocatedBytesPerQuery", settings.queryMemory());
        limits.put("uploadBytes", settings.uploadLimit());
        var client = new LinkedHashMap<String, Object>();
        client.put("querySecondsAMinute", lane.most().seconds());
        client.put("failedQueriesAMinute", lane.most().errors());
        client.put("parallelQueries", lane.most().parallel());
        limits.put("perClient", client);
        limits.put("service", false);
        limits.put("load", false);
        limits.put("extensionFunctions", Allowed.functions().stream().sorted().toList());
        return limits;
    }
}
