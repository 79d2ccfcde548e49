package org.modelgraph.http.reconcile;

import org.apache.jena.graph.Node;
import org.modelgraph.browse.Names;
import org.modelgraph.reconcile.Match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches as the protocol has them (§4.3 of the specification). */
record Candidates(Names names, Types types, String language) {
    /** The result of one query. */
    Map<String, Object> result(List<Match> matches) {
        return Map.of("result", matches.stream().map(this::candidate).toList());
    }

    private Map<String, Object> candidate(Match match) {
        var iri = match.thing().node().getURI();
        var candidate = new LinkedHashMap<String, Object>();
        candidate.put("id", Identifier.ofThing(iri));
        candidate.put("name", names.of(iri, language).label());
        names.definition(iri, language).ifPresent(d -> candidate.put("description", d.text()));
        candidate.put("score", match.score());
        candidate.put("match", match.certain());
        candidate.put(
                "type",
                types
                        .ofKind(match.thing().kind())
                        .map(t -> Manifest.type(t, names, language))
                        .stream()
                        .toList());
        candidate.put("features", features(match.features()));
        return candidate;
    }

    private static List<Map<String, Object>> features(Match.Features features) {
        var list = new ArrayList<Map<String, Object>>();
        list.add(feature("name", features.name()));
        list.add(feature("exact", features.exact()));
        list.add(feature("numbers", features.numbers()));
        features.properties().forEach((p, v) -> list.add(feature(property(p), v)));
        return list;
    }

    private static String property(Node property) {
        return "property:" + Identifier.ofTerm(property.getURI());
    }

    private static Map<String, Object> feature(String id, Object value) {
        return Map.of("id", id, "value", value);
    }
}
