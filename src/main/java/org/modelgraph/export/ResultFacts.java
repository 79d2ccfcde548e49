package org.modelgraph.export;

import org.apache.jena.graph.Node;
import org.modelgraph.ingest.format.PrintedNumber;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation, as a claim tells it.
 *
 * @param value the number in the unit of the metric, as an xsd:decimal
 * @param unit the code of the metric's unit, such as {@code percent}
 * @param lowerIsBetter true of a metric of which less is better
 * @param stance the code of how firmly the source says it
 * @param cites the documents that the source names for it
 * @param more further numbers and texts, by the name of their property
 */
record ResultFacts(
        Node claim,
        Thing model,
        Thing benchmark,
        Optional<Thing> setting,
        Thing metric,
        String unit,
        boolean lowerIsBetter,
        String value,
        String stance,
        Optional<SourceFacts> source,
        Thing asserter,
        List<String> cites,
        Facts more) {
    /** Texts by the names of our properties. */
    @FunctionalInterface
    interface Facts {
        Optional<String> of(String property);
    }

    /** The value as the source prints it where that is the number, else the number. */
    String written() {
        return more.of("printedValue").filter(this::isTheValue).orElse(value);
    }

    /** The same with the sign that tells a number that is not exact. */
    String signed() {
        var sign =
                switch (more.of("valueQualifier").orElse("exact")) {
                    case "approximate" -> "~";
                    case "at-least" -> "≥";
                    case "at-most" -> "≤";
                    case "below" -> "<";
                    default -> "";
                };
        return sign.isEmpty() ? written() : sign + value;
    }

    private boolean isTheValue(String printed) {
        return PrintedNumber.of(printed)
                .filter(number -> number.qualifier().equals("exact") == isExact())
                .filter(number -> number.value().compareTo(new BigDecimal(value)) == 0)
                .isPresent();
    }

    private boolean isExact() {
        return more.of("valueQualifier").orElse("exact").equals("exact");
    }
}
