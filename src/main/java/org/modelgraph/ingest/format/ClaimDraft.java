package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.Named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claim in the making, with its passage and the new things that it names. */
public final class ClaimDraft {
    private static final int LONGEST_QUOTATION = 200;

    private final Intake intake;
    private final int line;
    private final String path;
    private final Node claim;
    private final Node passage;
    private final List<Triple> triples = new ArrayList<>();
    private boolean whole = true;

    ClaimDraft(Intake intake, String className, String id, int line, String path, Node asserter) {
        this.intake = intake;
        this.line = line;
        this.path = path;
        var name = intake.sourceName() + "-" + id;
        this.claim = Vocabulary.thing("claim/" + name);
        this.passage = Vocabulary.thing("passage/" + name);
        add(RDF.type.asNode(), Vocabulary.term(className));
        add(Vocabulary.term("assertedBy"), asserter);
        add(Vocabulary.term("statedIn"), passage);
        add(Vocabulary.term("reviewStatus"), Vocabulary.code("unreviewed"));
        var source = Vocabulary.thing("source/" + intake.sourceName());
        triples.add(Triple.create(passage, RDF.type.asNode(), Vocabulary.term("Passage")));
        triples.add(Triple.create(passage, Vocabulary.term("inSource"), source));
        var locator = line > 0 ? "line " + line + ", " + path : path;
        triples.add(Triple.create(passage, Vocabulary.term("locator"), Vocabulary.plain(locator)));
    }

    /** The line on which the claim stands. */
    int line() {
        return line;
    }

    ClaimDraft add(Node property, Node object) {
        triples.add(Triple.create(claim, property, object));
        return this;
    }

    /** How firmly the source says it: measured, stated, relayed, speculated or denied. */
    ClaimDraft stance(String code) {
        return add(Vocabulary.term("stance"), Vocabulary.code(code));
    }

    /** The thing that a name means; the claim is left aside where it means none. */
    Optional<Named> named(String kind, String printed, Node property) {
        var thing = intake.named(kind, printed, line);
        thing.ifPresentOrElse(found -> mention(found, property), () -> whole = false);
        return thing;
    }

    /** Relates the claim to a thing, and describes the thing where an import made it. */
    void mention(Named thing, Node property) {
        if (thing.imported()) Minting.describe(thing, triples::add);
        add(property, thing.node());
    }

    void decimal(String property, String value) {
        add(Vocabulary.term(property), Vocabulary.typed(value, XSDDatatype.XSDdecimal));
    }

    void count(String property, String number) {
        add(Vocabulary.term(property), Vocabulary.typed(number, XSDDatatype.XSDnonNegativeInteger));
    }

    /** Where in a source with sections or tables the passage is. */
    void place(String property, String words) {
        triples.add(Triple.create(passage, Vocabulary.term(property), Vocabulary.plain(words)));
    }

    void note(String words) {
        if (triples.stream().noneMatch(t -> t.getPredicate().equals(Vocabulary.NOTE)))
            add(Vocabulary.NOTE, Vocabulary.english(words));
    }

    /** The document that the source itself names for the claim; no address is no document. */
    void cites(String address) {
        if (SourceFacts.isAddress(address))
            add(Vocabulary.term("cites"), NodeFactory.createURI(address));
    }

    /** The first words of the passage as they stand in the file. */
    void quotation(String words) {
        var text = brief(words);
        if (!text.isEmpty())
            triples.add(
                    Triple.create(passage, Vocabulary.term("quotation"), Vocabulary.english(text)));
    }

    /** The first words of a text, in one line, as many as may be quoted. */
    static String brief(String words) {
        var text = words.strip().replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTATION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTATION));
    }

    /** Drops the claim; the reason stands in a note. */
    void drop() {
        whole = false;
    }

    /** Hands the claim over, unless a name that it needs means nothing. */
    boolean send(String label, String labelZh) {
        if (!whole) {
            intake.leaveAside(line, path + " is left aside: a name in it is not known");
            return false;
        }
        add(RDFS.label.asNode(), Vocabulary.english(label));
        add(RDFS.label.asNode(), Vocabulary.chinese(labelZh));
        intake.take(new Finding(line, path, true, List.copyOf(triples)));
        return true;
    }
}
