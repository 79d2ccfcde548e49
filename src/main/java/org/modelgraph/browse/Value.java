package org.modelgraph.browse;

/** What stands at the end of a statement. */
public sealed interface Value {
    /** What it says, in words; empty text for a node without a name. */
    default String words() {
        return switch (this) {
            case Node node -> node.thing().label();
            case Text text -> text.text();
            case Nested _ -> "";
        };
    }

    /** A thing with a page of its own. */
    record Node(Thing thing) implements Value {}

    /**
     * A literal.
     *
     * @param text what it says
     * @param language its language, empty where it has none
     * @param datatype its datatype in short form, empty for plain text
     */
    record Text(String text, String language, String datatype) implements Value {}

    /** A node without a name, and what is said of it. */
    record Nested(java.util.List<Property> properties) implements Value {}
}
