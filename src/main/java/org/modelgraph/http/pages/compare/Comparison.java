package org.modelgraph.http.pages.compare;

import org.modelgraph.browse.Thing;
import org.modelgraph.browse.Value;

import java.util.List;
import java.util.Optional;

/**
 * Models side by side.
 *
 * @param models a column each, at most {@link #MOST}
 */
public record Comparison(List<Thing> models, List<Section> sections) {
    /** The most models that can be compared at once. */
    public static final int MOST = 6;

    /**
     * Rows of one sort.
     *
     * @param question the id of the question that gave them
     */
    public record Section(String question, List<Row> rows) {}

    /**
     * What is said of each model in one respect.
     *
     * @param aspect the respect: a property, a benchmark, a technique
     * @param group what the respect belongs to, such as a metric; empty text where it is nothing
     * @param setting the setting of results; empty text where it is none or differs
     * @param standing whether the cells can be compared
     * @param cells one a model
     */
    public record Row(
            Thing aspect, String group, String setting, Standing standing, List<Cell> cells) {
        /** True where the models differ, or are not known to be alike. */
        public boolean differs() {
            return cells.stream().map(Cell::written).distinct().count() > 1;
        }

        /** True where every model but one at most has something. */
        public boolean isCommon() {
            return cells.stream().filter(c -> !c.values().isEmpty()).count() > 1;
        }
    }

    /** Whether numbers of a row can be compared. */
    public enum Standing {
        /** Words, not numbers. */
        PLAIN,
        /** The same metric under the same setting. */
        COMPARABLE,
        /** The same metric under settings that differ. */
        NOT_COMPARABLE
    }

    /**
     * What is said of one model in one respect.
     *
     * @param values empty where nothing is
     * @param setting the setting of a result where those of its row differ
     * @param claim what it rests on
     * @param best true of the best of comparable numbers
     * @param share how long its bar is, in per cent of the longest of its row; negative where it
     *     has none
     */
    public record Cell(
            List<Value> values, String setting, Optional<Thing> claim, boolean best, double share) {
        /** A cell about which nothing is said. */
        public static final Cell EMPTY = new Cell(List.of(), "", Optional.empty(), false, -1);

        /** The values in words. */
        public String written() {
            return String.join(", ", values.stream().map(Cell::word).sorted().toList());
        }

        private static String word(Value value) {
            return switch (value) {
                case Value.Node node -> node.thing().label();
                case Value.Text text -> text.text();
                case Value.Nested _ -> "";
            };
        }
    }

    /** The same with the rows that a reader wants. */
    public Comparison only(boolean differences, boolean common) {
        return new Comparison(
                models,
                sections.stream()
                        .map(s ->
                                new Section(
                                        s.question(),
                                        s.rows().stream()
                                                .filter(r -> !differences || r.differs())
                                                .filter(r -> !common || isKept(r))
                                                .toList()))
                        .toList());
    }

    private static boolean isKept(Row row) {
        return row.standing() == Standing.PLAIN || row.isCommon();
    }

    /** How many rows there are. */
    public int size() {
        return sections.stream().mapToInt(s -> s.rows().size()).sum();
    }
}
