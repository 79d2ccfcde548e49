package org.modelgraph.browse;

import java.util.ArrayList;
import java.util.List;

/** The SPARQL query that gives one group of a leaderboard. */
public final class LeaderboardQuery {
    private LeaderboardQuery() {}

    /** The query behind a group, in the order of its numbers. */
    public static String of(String benchmark, Leaderboard.Group group) {
        var terms = group.terms();
        var patterns = new ArrayList<>(List.of("mg:benchmark <" + benchmark + ">"));
        patterns.add("mg:metric <" + terms.metric() + ">");
        terms.setting().ifPresent(s -> patterns.add("mg:setting <" + s + ">"));
        terms.baseline().ifPresent(b -> patterns.add("mg:baseline <" + b + ">"));
        var absent =
                (terms.setting().isPresent() ? "" : absent("setting"))
                        + (terms.baseline().isPresent() ? "" : absent("baseline"));
        return """
        PREFIX mg:   <https://w3id.org/modelgraph/ns/>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

        SELECT ?model ?modelLabel ?value ?printedValue ?assertedBy ?stance ?reviewStatus ?source ?locator ?result WHERE {
          ?result %s ;
                  mg:about ?model ; mg:assertedBy ?assertedBy ; mg:stance ?stance ; mg:reviewStatus ?reviewStatus .
        %s\
          OPTIONAL { ?result mg:value ?value }
          OPTIONAL { ?result mg:printedValue ?printedValue }
          OPTIONAL {
            ?result mg:statedIn ?passage .
            ?passage mg:inSource ?source .
            OPTIONAL { ?passage mg:locator ?locator FILTER( LANG( ?locator ) IN ( "", "en" ) ) }
          }
          OPTIONAL { ?model rdfs:label ?modelLabel FILTER( LANG( ?modelLabel ) = "en" ) }
        }
        ORDER BY %s( ?value ) ?modelLabel\
        """
                .formatted(
                        String.join(" ; ", patterns),
                        absent,
                        group.scale().lowerIsBetter() ? "ASC" : "DESC");
    }

    private static String absent(String term) {
        return "  FILTER NOT EXISTS { ?result mg:" + term + " ?" + term + " }\n";
    }
}
