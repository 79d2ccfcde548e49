package org.modelgraph.http.pages;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.List;
import java.util.Optional;

/**
 * Why a statement holds.
 *
 * @param graphs where it is stated
 * @param reasons the ways in which it follows; none where it is only stated
 */
public record DerivationPage(
        Frame frame, Said statement, List<Thing> graphs, List<Reason> reasons) {
    /** A statement, in the reader's language. */
    public record Said(Thing subject, Thing property, Value object) {}

    /**
     * A statement from which another one follows.
     *
     * @param derivation the parameters by which it is explained itself, where it was derived
     */
    public record Premise(Said statement, List<Thing> graphs, Optional<String> derivation) {}

    /** The words on which a claim among the premises rests. */
    public record Passage(Thing claim, Thing source, String locator, String quotation) {}

    /** One way in which the statement follows. */
    public record Reason(Thing rule, List<Premise> premises, List<Passage> passages) {}

    /** Where another statement is explained. */
    public String why(String parameters) {
        return frame.link(frame.addresses().at("/derivation?" + parameters));
    }

    /** The same as data. */
    public String json() {
        return Addresses.with(frame.neutral(), "format=json");
    }
}
