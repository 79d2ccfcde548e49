package org.modelgraph.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modelgraph.graph.Attribution;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.KnowledgeGraph;
import org.modelgraph.graph.Overlay;
import org.modelgraph.graph.View;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Random writes over few terms, those that are written in several ways among them: each earlier
 * state comes back exactly, and the patches replayed on an empty store give the last one.
 */
class RandomWritesTest {
    private static final int WRITES = 30;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyStateComesBackAndThePatchesReplayed(long seed) {
        var random = new Random(seed);
        var terms = new Terms(random);
        var states = new ArrayList<Set<Quad>>();
        try (var store = KnowledgeGraph.open(directory.resolve("db"), DefaultGraph.UNION)) {
            var history = History.of(store, new Retention(java.time.Duration.ZERO, 0));
            states.add(store.read(RandomWritesTest::quads));
            while (states.size() <= WRITES) {
                if (random.nextInt(8) == 0)
                    store.load(
                            Attribution.PROGRAM,
                            sink -> {
                                for (var i = 0; i < 5; i++) sink.quad(terms.quad());
                            });
                else store.write(overlay -> change(overlay, terms, random));
                if (store.version().number() == states.size())
                    states.add(store.read(RandomWritesTest::quads));
            }
            for (var n = 0; n < states.size(); n++) {
                long number = n;
                Set<Quad> then = store.read(v -> quads(history.at(number, v, _ -> true)));
                assertThat(then).as("version %s", n).isEqualTo(states.get(n));
            }
            replay(history, states);
            thingsAsTheyWere(store, history, states, terms);
        }
    }

    private void replay(History history, List<Set<Quad>> states) {
        var chronicle = history.chronicle();
        var replayed = new HashSet<Quad>();
        for (var n = 1; n < states.size(); n++) {
            var difference = chronicle.between(n - 1, n);
            replayed.removeAll(difference.removed());
            replayed.addAll(difference.added());
            assertThat(replayed).as("replayed to %s", n).isEqualTo(states.get(n));
        }
    }

    private void thingsAsTheyWere(
            KnowledgeGraph store, History history, List<Set<Quad>> states, Terms terms) {
        for (var thing : terms.subjects)
            for (var n = 0; n < states.size(); n += 7) {
                long number = n;
                var then = new HashSet<>(states.get(n));
                then.removeIf(q -> !q.getSubject().equals(thing) && !q.getObject().equals(thing));
                Set<Quad> past = store.read(v -> quads(history.at(number, v, thing)));
                past.removeIf(q -> !q.getSubject().equals(thing) && !q.getObject().equals(thing));
                assertThat(past).as("%s at %s", thing, n).isEqualTo(then);
            }
    }

    private static Set<Quad> quads(View view) {
        var quads = new HashSet<Quad>();
        view.dataset()
                .find()
                .forEachRemaining(q ->
                        quads.add(
                                q.isDefaultGraph()
                                        ? Quad.create(Quad.defaultGraphIRI, q.asTriple())
                                        : q));
        return quads;
    }

    private static void change(Overlay overlay, Terms terms, Random random) {
        for (var i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> overlay.add(terms.quad());
                case 4, 5 -> overlay.delete(terms.quad());
                case 6 -> overlay.deleteAny(terms.graph(), terms.subject(), Node.ANY, Node.ANY);
                default -> {
                    if (random.nextInt(3) == 0) overlay.clear(terms.graph());
                }
            }
        }
    }

    private static final class Terms {
        private final Random random;
        private final List<Node> subjects =
                List.of(
                        NodeFactory.createURI("urn:a"),
                        NodeFactory.createURI("urn:ab"),
                        NodeFactory.createURI("http://example.org/有 {x}"),
                        NodeFactory.createBlankNode("one:1"),
                        NodeFactory.createBlankNode());
        private final List<Node> objects = new ArrayList<>(subjects);

        Terms(Random random) {
            this.random = random;
            for (var lexical : List.of("1", "01", "+1", "1.0", "true", "2026-01-01", "x"))
                for (var type :
                        List.of(
                                XSDDatatype.XSDinteger,
                                XSDDatatype.XSDdecimal,
                                XSDDatatype.XSDdouble,
                                XSDDatatype.XSDboolean,
                                XSDDatatype.XSDdate))
                    objects.add(NodeFactory.createLiteralDT(lexical, type));
            objects.add(NodeFactory.createLiteralString("a\n\"b\" \\ \t\u0000 漢 <urn:a> ."));
            objects.add(NodeFactory.createLiteralLang("x", "en-us"));
            objects.add(NodeFactory.createLiteralLang("x", "EN-US"));
            objects.add(NodeFactory.createLiteralDirLang("x", "ar", "rtl"));
            objects.add(
                    NodeFactory.createTripleTerm(
                            subjects.get(3), subjects.getFirst(), objects.getLast()));
        }

        Node subject() {
            return subjects.get(random.nextInt(subjects.size()));
        }

        Node graph() {
            return random.nextInt(3) == 0
                    ? Quad.defaultGraphIRI
                    : NodeFactory.createURI("urn:g" + random.nextInt(2));
        }

        Quad quad() {
            return Quad.create(
                    graph(),
                    subject(),
                    NodeFactory.createURI("urn:p"),
                    objects.get(random.nextInt(objects.size())));
        }
    }
}
