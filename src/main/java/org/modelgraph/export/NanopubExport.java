package org.modelgraph.export;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.modelgraph.sparql.Prefixes;

import java.util.Set;

/**
 * A nanopublication of a claim (https://nanopub.net/guidelines/working_draft/): what is claimed is
 * the assertion; who says so, how firmly and where is its provenance.
 */
final class NanopubExport {
    private static final String NP = "http://www.nanopub.org/nschema#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Set<String> PROVENANCE =
            Set.of("assertedBy", "statedIn", "stance", "reviewStatus", "cites", "evidence");

    private NanopubExport() {}

    static DatasetGraph quads(Knowledge knowledge, Node claim) {
        var told = Neighbourhood.of(knowledge, claim);
        var out = DatasetGraphFactory.createGeneral();
        Prefixes.map().forEach(out.prefixes()::add);
        out.prefixes().add("np", NP);
        var base = claim.getURI() + "/np";
        var publication = NodeFactory.createURI(base);
        var head = NodeFactory.createURI(base + "/head");
        var assertion = NodeFactory.createURI(base + "/assertion");
        var provenance = NodeFactory.createURI(base + "/provenance");
        var information = NodeFactory.createURI(base + "/pubinfo");
        add(out, head, publication, RDF.type.getURI(), np("Nanopublication"));
        add(out, head, publication, NP + "hasAssertion", assertion);
        add(out, head, publication, NP + "hasProvenance", provenance);
        add(out, head, publication, NP + "hasPublicationInfo", information);
        split(told, claim, assertion, provenance, out);
        add(out, provenance, assertion, PROV + "wasDerivedFrom", claim);
        add(
                out,
                information,
                publication,
                DCTerms.isPartOf.getURI(),
                NodeFactory.createURI(Prefixes.BASE));
        add(out, information, publication, DCTerms.subject.getURI(), claim);
        return out;
    }

    private static void split(
            Graph told, Node claim, Node assertion, Node provenance, DatasetGraph out) {
        for (var triple : told.find().toList()) {
            var ofClaim = triple.getSubject().equals(claim);
            var isProvenance =
                    ofClaim
                            ? isProvenance(triple)
                            : isAbout(triple.getSubject(), "passage/", "source/");
            out.add(Quad.create(isProvenance ? provenance : assertion, triple));
        }
    }

    private static boolean isProvenance(Triple triple) {
        var property = triple.getPredicate().getURI();
        return property.startsWith(Knowledge.NS)
                && PROVENANCE.contains(property.substring(Knowledge.NS.length()));
    }

    private static boolean isAbout(Node node, String... kinds) {
        for (var kind : kinds)
            if (node.isURI() && node.getURI().startsWith(Prefixes.BASE + kind)) return true;
        return false;
    }

    private static Node np(String name) {
        return NodeFactory.createURI(NP + name);
    }

    private static void add(
            DatasetGraph out, Node graph, Node subject, String property, Node object) {
        out.add(Quad.create(graph, subject, NodeFactory.createURI(property), object));
    }
}
