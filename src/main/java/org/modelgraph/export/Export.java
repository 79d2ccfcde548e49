package org.modelgraph.export;

import java.util.List;

/** A format in which what is known of a thing leaves. */
public sealed interface Export permits TextExport, GraphExport {
    /** The name in addresses and on the command line, such as {@code model-card}. */
    String name();

    /** The name by which people know it. */
    String title();

    /** The kinds of things that it describes: first segments of IRIs, such as {@code model}. */
    List<String> kinds();

    /** The names of our properties of claims that it holds, so that an import gives them back. */
    List<String> holds();
}
