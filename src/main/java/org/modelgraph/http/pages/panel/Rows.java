package org.modelgraph.http.pages.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Panels that stand together: halves of a page flow in two columns, others stand beside each other
 * in a grid.
 *
 * @param flowing true of halves
 */
public record Rows(boolean flowing, List<Panel> panels) {
    /** Panels in their order, those that stand together taken together. */
    public static List<Rows> of(List<Panel> panels) {
        var rows = new ArrayList<Rows>();
        for (var panel : panels) {
            var flowing = panel.slot().columns() == 6;
            if (rows.isEmpty() || rows.getLast().flowing() != flowing)
                rows.add(new Rows(flowing, new ArrayList<>()));
            rows.getLast().panels().add(panel);
        }
        return rows;
    }
}
