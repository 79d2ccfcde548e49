package org.modelgraph.browse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A thing in a list.
 *
 * @param iri the thing
 * @param values what the list says of it, by the key of a field: IRIs, the texts of literals, or
 *     one number for a count
 * @param names all that it is called, folded, a line each
 */
public record Entry(String iri, Map<String, List<String>> values, String names) {
    /** The values of a field. */
    public List<String> values(Field field) {
        return values.getOrDefault(field.key(), List.of());
    }

    /** The greatest number of a field; less than any number where there is none. */
    BigDecimal number(Field field) {
        return values(field).stream()
                .filter(v -> v.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?"))
                .map(BigDecimal::new)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.valueOf(-1, -30));
    }
}
