package org.modelgraph.http;

import org.modelgraph.sparql.Allowed;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /limits}: everything that is limited here, with the value in force. */
final class LimitsEndpoint implements Endpoint {
    private final Limits limits;

    LimitsEndpoint(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void open(Routing routing) {
        routing.get("/limits", this::limits);
    }

    void limits(Exchange exchange) {
        CatalogEndpoint.json(exchange, document());
    }

    private Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        var groups = new LinkedHashMap<String, Map<String, Object>>();
        limits.numbers()
                .forEach((name, most) -> {
                    var dot = name.indexOf('.');
                    if (dot < 0) document.put(name, most);
                    else
                        groups.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<>())
                                .put(name.substring(dot + 1), most);
                });
        document.putAll(groups);
        var servers = limits.servers();
        document.put("service", !servers.isEmpty());
        document.put("load", !servers.isEmpty());
        document.put("servers", servers);
        document.put("extensionFunctions", Allowed.functions().stream().sorted().toList());
        return document;
    }
}
