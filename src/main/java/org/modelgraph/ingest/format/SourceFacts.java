package org.modelgraph.ingest.format;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.modelgraph.naming.Named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of an imported file as a source.
 *
 * @param title what it is called, in English
 * @param titleZh what it is called, in Chinese
 * @param creator who speaks in it
 * @param kind the code of its kind, such as {@code data-set}
 * @param file how the file is known
 * @param url its address, where it names one
 * @param issued the day of its publication as an xsd:date, where it names one
 * @param licence its licence, an IRI, where it names one for itself
 */
public record SourceFacts(
        String title,
        String titleZh,
        Named creator,
        String kind,
        String file,
        Optional<String> url,
        Optional<String> issued,
        Optional<String> licence) {
    /** RightsStatements.org: nobody has looked into the rights. */
    private static final Node NOT_EVALUATED =
            NodeFactory.createURI("http://rightsstatements.org/vocab/CNE/1.0/");

    private static final List<Node> UNDATED =
            List.of(
                    Vocabulary.english("The file gives no date of its own."),
                    Vocabulary.chinese("文件自身未注明日期。"));

    /** Facts of which only the needful is known. */
    public static SourceFacts of(
            String title, String titleZh, Named creator, String kind, String file) {
        return new SourceFacts(
                title,
                titleZh,
                creator,
                kind,
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with an address; left out where it is none. */
    public SourceFacts at(Optional<String> address) {
        var sound = address.filter(SourceFacts::isAddress);
        return new SourceFacts(title, titleZh, creator, kind, file, sound, issued, licence);
    }

    /** The same with a day of publication; left out where it is none. */
    SourceFacts published(Optional<String> day) {
        var sound = day.flatMap(Attribute::day).map(Node::getLiteralLexicalForm);
        return new SourceFacts(title, titleZh, creator, kind, file, url, sound, licence);
    }

    /** The same with a licence; left out where it is no IRI. */
    public SourceFacts under(Optional<String> iri) {
        var sound = iri.filter(SourceFacts::isAddress);
        return new SourceFacts(title, titleZh, creator, kind, file, url, issued, sound);
    }

    /** True for a web address that is an IRI. */
    static boolean isAddress(String text) {
        return text.matches("https?://[^\\s<>\"{}|\\\\^`]+") && IRIs.check(text);
    }

    List<Triple> triples(String name) {
        var source = Vocabulary.thing("source/" + name);
        var graph = Vocabulary.thing("graph/" + name);
        var triples = new ArrayList<Triple>();
        if (creator.imported()) Minting.describe(creator, triples::add);
        var rights = licence.map(NodeFactory::createURI).orElse(NOT_EVALUATED);
        for (var node : List.of(graph, source)) {
            triples.add(Triple.create(node, Vocabulary.TITLE, Vocabulary.english(title)));
            triples.add(Triple.create(node, Vocabulary.LICENSE, rights));
        }
        triples.add(Triple.create(graph, Vocabulary.TITLE, Vocabulary.chinese(titleZh)));
        triples.add(Triple.create(graph, Vocabulary.SOURCE, source));
        triples.add(Triple.create(source, RDF.type.asNode(), Vocabulary.term("Source")));
        triples.add(Triple.create(source, RDFS.label.asNode(), Vocabulary.english(title)));
        triples.add(Triple.create(source, RDFS.label.asNode(), Vocabulary.chinese(titleZh)));
        triples.add(Triple.create(source, Vocabulary.CREATOR, creator.node()));
        triples.add(Triple.create(source, Vocabulary.LANGUAGE, Vocabulary.plain("en")));
        triples.add(Triple.create(source, Vocabulary.IDENTIFIER, Vocabulary.plain(file)));
        triples.add(Triple.create(source, Vocabulary.term("sourceKind"), Vocabulary.code(kind)));
        url.ifPresent(address ->
                triples.add(Triple.create(source, Vocabulary.URL, NodeFactory.createURI(address))));
        if (issued.isPresent())
            triples.add(
                    Triple.create(
                            source,
                            Vocabulary.ISSUED,
                            Vocabulary.typed(issued.get(), XSDDatatype.XSDdate)));
        else
            for (var words : UNDATED)
                triples.add(Triple.create(source, Vocabulary.term("dateNote"), words));
        return triples;
    }
}
