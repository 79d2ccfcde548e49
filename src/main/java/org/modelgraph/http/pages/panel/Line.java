package org.modelgraph.http.pages.panel;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A row of an answer.
 *
 * @param values what is bound, by variable
 */
public record Line(Map<String, Value> values) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");

    /** The value of a variable; empty where it is unbound. */
    public Optional<Value> value(String variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** The thing that a variable stands for; empty where it is none. */
    public Optional<Thing> thing(String variable) {
        return value(variable)
                .flatMap(v ->
                        v instanceof Value.Node node
                                ? Optional.of(node.thing())
                                : Optional.empty());
    }

    /** What a variable says, in words; empty text where it says nothing. */
    public String words(String variable) {
        return value(variable).map(Value::words).orElse("");
    }

    /** True where a variable is the boolean true. */
    public boolean is(String variable) {
        return words(variable).equals("true");
    }

    /** The number that a variable stands for. */
    public OptionalDouble number(String variable) {
        var words = words(variable);
        return NUMBER.matcher(words).matches()
                ? OptionalDouble.of(Double.parseDouble(words))
                : OptionalDouble.empty();
    }
}
