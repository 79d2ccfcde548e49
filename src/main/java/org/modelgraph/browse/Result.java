package org.modelgraph.browse;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that somebody reports of a model on a benchmark; things are given by their IRIs.
 *
 * @param iri the claim
 * @param model what was tested
 * @param metric what the number counts
 * @param setting the conditions; empty where the source does not tell them
 * @param baseline what it is compared with, for metrics that compare
 * @param value the number; empty where the source gives none
 * @param printed the number as the source prints it
 * @param stance how firmly it is said
 * @param review what the curators hold of it
 * @param reporter who says it
 * @param party who that is to the model
 * @param passage where it stands
 * @param source the document in which it stands
 * @param date when the test was run, or else the document was issued; empty where neither is known
 */
public record Result(
        String iri,
        String model,
        String metric,
        Optional<String> setting,
        Optional<String> baseline,
        Optional<BigDecimal> value,
        String printed,
        String stance,
        String review,
        String reporter,
        Party party,
        Optional<String> passage,
        Optional<String> source,
        Optional<String> date) {
    /** What somebody is to a model. */
    public enum Party {
        DEVELOPER,
        THIRD_PARTY,
        /** The developer of the model is not known. */
        UNKNOWN;

        /** The name in style sheets and texts, such as {@code third-party}. */
        public String style() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** True of a number that counts in an order: measured or told, and not in dispute. */
    public boolean isFirm() {
        return value.isPresent()
                && !stance.endsWith("/speculated")
                && !stance.endsWith("/denied")
                && !review.endsWith("/disputed");
    }
}
