package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.Named;
import org.modelgraph.naming.NormalName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incident in the making. Of an incident that the graph knows only the passage is added that
 * tells of it here; another one is described as the file describes it.
 */
final class IncidentDraft {
    private final Intake intake;
    private final int line;
    private final String path;
    private final Node incident;
    private final boolean known;
    private final List<Triple> triples = new ArrayList<>();

    /**
     * An incident.
     *
     * @param id how the source calls it for machines; by it the graph may know it
     */
    IncidentDraft(Intake intake, String id, String name, int line, String path) {
        this.intake = intake;
        this.line = line;
        this.path = path;
        var found = intake.known("incident", id).or(() -> intake.known("incident", name));
        this.known = found.isPresent();
        this.incident =
                found.map(Named::node).orElseGet(() -> Minting.thing("incident", id).node());
        var local = intake.sourceName() + "-" + NormalName.slug(id);
        var passage = Vocabulary.thing("passage/" + local);
        var source = Vocabulary.thing("source/" + intake.sourceName());
        triples.add(Triple.create(passage, RDF.type.asNode(), Vocabulary.term("Passage")));
        triples.add(Triple.create(passage, Vocabulary.term("inSource"), source));
        var place = "line " + line + ", " + path;
        triples.add(Triple.create(passage, Vocabulary.term("locator"), Vocabulary.plain(place)));
        triples.add(Triple.create(incident, Vocabulary.term("describedIn"), passage));
        if (known) return;
        triples.add(Triple.create(incident, RDF.type.asNode(), Vocabulary.term("Incident")));
        triples.add(Triple.create(incident, RDFS.label.asNode(), Vocabulary.english(name)));
        triples.add(Triple.create(incident, RDFS.label.asNode(), Vocabulary.chinese(name)));
    }

    /** What happened, in the first words of the source. */
    void told(String words) {
        if (known) return;
        var brief = ClaimDraft.brief(words);
        triples.add(Triple.create(incident, Vocabulary.DEFINITION, Vocabulary.english(brief)));
        triples.add(Triple.create(incident, Vocabulary.DEFINITION, Vocabulary.chinese(brief)));
    }

    /** Whether it happened ({@code incident}) or was tried out ({@code exercise}). */
    void kind(String code) {
        add("incidentKind", Vocabulary.code(code));
    }

    void involves(Named issue) {
        add("involves", issue.node());
    }

    /** The day, month or year: as much of the date as the granularity says. */
    void occurred(String date, String granularity) {
        var type =
                switch (granularity) {
                    case "YEAR" -> XSDDatatype.XSDgYear;
                    case "MONTH" -> XSDDatatype.XSDgYearMonth;
                    default -> XSDDatatype.XSDdate;
                };
        var length =
                type.equals(XSDDatatype.XSDgYear)
                        ? 4
                        : type.equals(XSDDatatype.XSDgYearMonth) ? 7 : 10;
        var text =
                Optional.of(date)
                        .filter(d -> d.length() >= length)
                        .map(d -> d.substring(0, length));
        if (text.isPresent() && type.isValid(text.get()))
            add("occurredOn", Vocabulary.typed(text.get(), type));
        else intake.leaveAside(line, path + ": “" + date + "” is no date");
    }

    private void add(String property, Node object) {
        if (!known) triples.add(Triple.create(incident, Vocabulary.term(property), object));
    }

    void send() {
        intake.take(new Finding(line, path, true, List.copyOf(triples)));
    }
}
