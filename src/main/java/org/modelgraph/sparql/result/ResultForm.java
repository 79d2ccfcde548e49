package org.modelgraph.sparql.result;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import java.util.List;

/** How a format puts rows together. Each object writes one answer. */
sealed interface ResultForm permits JsonResult, SeparatedResult, XmlResult {
    /** Writes what comes before the rows. */
    void begin(List<Var> variables);

    /** Writes one row. */
    void row(Binding row);

    /** Writes what comes behind the rows. */
    void end();

    /** Writes the whole answer to an ASK. */
    void truth(boolean value);
}
