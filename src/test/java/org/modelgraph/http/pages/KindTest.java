package org.modelgraph.http.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.modelgraph.ontology.Bundled;
import org.modelgraph.sparql.Prefixes;

import java.util.TreeSet;

class KindTest {
    @Test
    void everythingThatTheGraphNamesIsOfAKind() {
        var segments = new TreeSet<String>();
        Bundled.copy()
                .find()
                .mapWith(triple -> triple.getSubject())
                .filterKeep(node -> node.isURI() && node.getURI().startsWith(Prefixes.BASE))
                .mapWith(node -> node.getURI().substring(Prefixes.BASE.length()))
                .filterKeep(path -> path.contains("/"))
                .forEachRemaining(path -> segments.add(path.substring(0, path.indexOf('/'))));
        assertThat(segments).contains("model", "threat", "incident", "mapping");
        assertThat(segments)
                .allSatisfy(segment ->
                        assertThat(Kind.of(Prefixes.BASE + segment + "/x"))
                                .as(segment)
                                .isPresent());
    }
}
