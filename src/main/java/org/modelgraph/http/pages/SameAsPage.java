package org.modelgraph.http.pages;

import org.modelgraph.browse.Labels;
import org.modelgraph.browse.Names;
import org.modelgraph.browse.Thing;
import org.modelgraph.mapping.Equivalences;
import org.modelgraph.mapping.Link;
import org.modelgraph.sparql.Prefixes;

import java.util.List;
import java.util.Set;

/**
 * What means the same as an IRI.
 *
 * @param iri the IRI; empty where none is asked for
 * @param same the IRIs that mean the same, itself among them
 * @param links why
 * @param contradictions what is stated besides and not followed
 */
public record SameAsPage(
        Frame frame,
        Names names,
        String iri,
        Set<String> same,
        List<Link> links,
        List<Equivalences.Contradiction> contradictions) {
    /** A thing, called as the reader wants. */
    public Thing thing(String of) {
        return names.of(of, frame.language());
    }

    /** True of a thing that has a page here. */
    public boolean isOurs(String of) {
        return of.startsWith(Prefixes.BASE);
    }

    /** An IRI in short. */
    public String shortName(String of) {
        return Labels.shortName(of);
    }

    /** The same in another form. */
    public String as(String format) {
        return frame.addresses().at("/sameas?iri=" + Addresses.encode(iri) + "&format=" + format);
    }
}
