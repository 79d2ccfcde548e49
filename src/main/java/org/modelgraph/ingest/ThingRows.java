package org.modelgraph.ingest;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Turns rows into models, families and organisations: names and kinship, nothing claimed. */
final class ThingRows {
    private static final Node ORGANIZATION =
            NodeFactory.createURI("http://www.w3.org/ns/prov#Organization");
    private static final Node DEVELOPED_BY = Statements.term("developedBy");

    private final Names names;
    private final Consumer<Triple> sink;
    private final Set<String> written = new HashSet<>();

    ThingRows(Names names, Consumer<Triple> sink) {
        this.names = names;
        this.sink = sink;
    }

    void model(Table.Row row) {
        var model = thing(row, "model");
        model.type("Model");
        model.ours("family", "family", Statements.term("inFamily"));
        model.ours("developer", "organization", DEVELOPED_BY);
        model.decimal("parameters", "nominalParameters");
        if (row.filled("tuning")) model.code("tuning", "tuning", "");
        model.ours("variant_of", "model", Statements.term("variantOf"));
        model.ours("derived_from", "model", Statements.term("derivedFrom"));
        model.ours("succeeds", "model", Statements.term("succeeds"));
    }

    void family(Table.Row row) {
        var family = thing(row, "family");
        family.type("ModelFamily");
        family.ours("developer", "organization", DEVELOPED_BY);
    }

    void organization(Table.Row row) {
        thing(row, "organization").add(RDF.type.asNode(), ORGANIZATION);
    }

    private Statements thing(Table.Row row, String kind) {
        var name = kind + "/" + row.get("name");
        if (!Names.isName(name))
            throw row.problem("name", "'" + row.get("name") + "' is no name")
                    .hint("A name is made of small letters, digits, hyphens and dots.");
        if (!written.add(name))
            throw row.problem("name", "the name " + name + " stands twice")
                    .hint("One thing, one row: search for it and complete the row it has.");
        var thing = new Statements(row, names, Statements.iri(name), sink);
        thing.text("label", RDFS.label.asNode(), "en");
        thing.text(row.filled("label_zh") ? "label_zh" : "label", RDFS.label.asNode(), "zh");
        row.parts("alternative")
                .forEach(other ->
                        thing.add(
                                Statements.skos("altLabel"),
                                NodeFactory.createLiteralLang(other, "en")));
        if (row.filled("wikidata")) {
            if (!row.get("wikidata").matches("Q[1-9][0-9]*"))
                throw row.problem("wikidata", "'" + row.get("wikidata") + "' is no Wikidata item")
                        .hint("Write the item's number, such as Q21708200.");
            thing.add(
                    Statements.skos("exactMatch"),
                    NodeFactory.createURI("http://www.wikidata.org/entity/" + row.get("wikidata")));
        }
        return thing;
    }
}
