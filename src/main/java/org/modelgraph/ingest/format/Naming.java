package org.modelgraph.ingest.format;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.modelgraph.naming.Candidate;
import org.modelgraph.naming.NameIndex;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;
import org.modelgraph.naming.Resolution;
import org.modelgraph.sparql.Prefixes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which thing is meant by a name in one run of an import: a thing of the curated graph, or a thing
 * of its own. Never a guess. The memory that it takes is bounded, however many names there are.
 */
public final class Naming {
    private static final int CANDIDATES = 3;
    private static final int REMEMBERED = 20_000;

    /** For how many unknown names it is remembered how they were spelled first. */
    private static final int SPELLED = 500_000;

    /** For how many unknown names candidates are looked for; looking takes time. */
    private static final int WITH_CANDIDATES = 2_000;

    private final NameIndex index;
    private final Function<Node, Optional<String>> stored;
    private final Unknown unknown;
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, Map<String, Integer>> announced = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Optional<Named>> recent =
            new LinkedHashMap<>(1 << 10, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Named>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** What becomes of a name that means nothing in the graph. */
    public enum Unknown {
        /** It becomes a thing of its own in the graph of the import. */
        OWN,
        /** Whatever it is needed for is left aside. */
        LEAVE
    }

    /**
     * The naming of one run.
     *
     * @param index the names of the curated things
     * @param stored gives the label of a thing that an earlier import made
     */
    public Naming(NameIndex index, Function<Node, Optional<String>> stored, Unknown unknown) {
        this.index = index;
        this.stored = stored;
        this.unknown = unknown;
    }

    /** Told once, where a name means nothing or several things. */
    @FunctionalInterface
    public interface Doubt {
        void tell(String words, List<Candidate> candidates);
    }

    /** The thing that a name means; empty where it means none and is to be left. */
    Optional<Named> named(String kind, String printed, Doubt doubt) {
        var key = kind + "/" + printed;
        var known = recent.get(key);
        if (known == null) {
            known = resolve(kind, printed, doubt);
            recent.put(key, known);
        }
        return known;
    }

    /** The thing that an IRI of ours names: a curated one, or one that an import made before. */
    Optional<Named> identified(String iri) {
        if (!iri.startsWith(Prefixes.BASE)) return Optional.empty();
        var node = NodeFactory.createURI(iri);
        return index.thing(node).or(() -> madeBefore(node));
    }

    private Optional<Named> madeBefore(Node node) {
        if (!Minting.made(node)) return Optional.empty();
        var kind = node.getURI().substring(Prefixes.BASE.length()).replaceFirst("/.*$", "");
        return stored.apply(node).map(label -> new Named(node, kind, label, label, true));
    }

    private Optional<Named> resolve(String kind, String printed, Doubt doubt) {
        var identified = identified(printed);
        if (identified.isPresent()) return identified;
        var limit = spellings.size() < WITH_CANDIDATES ? CANDIDATES : 0;
        return switch (index.resolve(kind, printed, limit)) {
            case Resolution.Known known -> Optional.of(known.thing());
            case Resolution.Ambiguous several ->
                    unknown(
                            kind,
                            printed,
                            "may mean several things",
                            several.things().stream().map(t -> new Candidate(t, 1)).toList(),
                            doubt);
            case Resolution.Unknown none ->
                    unknown(kind, printed, "is not known", none.candidates(), doubt);
        };
    }

    private Optional<Named> unknown(
            String kind, String printed, String why, List<Candidate> near, Doubt doubt) {
        var words = "the " + kind + " “" + printed + "” " + why;
        var name = kind + "/" + NormalName.of(printed);
        var fresh = !spellings.containsKey(name);
        var spelling =
                spellings.size() < SPELLED
                        ? spellings.computeIfAbsent(name, _ -> first(kind, printed))
                        : spellings.get(name);
        if (unknown == Unknown.LEAVE) {
            if (fresh) doubt.tell(words + ", so what it is needed for is left aside", near);
            return Optional.empty();
        }
        if (fresh) doubt.tell(words + "; it becomes a thing of its own", near);
        return Optional.of(
                spelling == null ? Minting.spelled(kind, printed) : Minting.thing(kind, spelling));
    }

    /** How the name is spelled in the store, or else here. */
    private String first(String kind, String printed) {
        return stored.apply(Minting.thing(kind, printed).node()).orElse(printed);
    }

    /** Announces that a file of this import describes a thing of a kind under a name. */
    void announce(String kind, String printed) {
        announced
                .computeIfAbsent(NormalName.of(printed), _ -> new TreeMap<>())
                .merge(kind, 1, Integer::sum);
    }

    /** The kinds of things that files of this import describe under a name, and how often. */
    Map<String, Integer> announced(String printed) {
        return announced.getOrDefault(NormalName.of(printed), Map.of());
    }

    /** The curated thing with a kind and name of ours, such as {@code risk/bias}. */
    Optional<Named> named(String kindAndName) {
        return index.thing(Vocabulary.thing(kindAndName));
    }

    /** Announces what an id that files of this import refer to each other by stands for. */
    void entitle(String id, String title) {
        titles.putIfAbsent(id, title);
    }

    /** What an id stands for. */
    Optional<String> title(String id) {
        return Optional.ofNullable(titles.get(id));
    }

    /** The thing that a name means where it is known; it never becomes a thing of its own. */
    Optional<Named> known(String kind, String printed) {
        return index.resolve(kind, printed, 0) instanceof Resolution.Known known
                ? Optional.of(known.thing())
                : identified(printed);
    }
}
