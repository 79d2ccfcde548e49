package org.modelgraph.http.pages.panel;

/** How a panel shows its answer. */
public enum Form {
    /** A table of all columns, with a drawing where the question has one. */
    TABLE,
    /** Properties and their values. */
    FACTS,
    /** Results as bars, each with that of the predecessor. */
    BARS,
    /** Issues, each with what mitigates it. */
    ISSUES,
    /** Things by the relation that they stand in. */
    RELATIONS,
    /** Words of a document, with the claims that rest on them. */
    QUOTES,
    /** What stands next to a thing, drawn and as a list. */
    NEIGHBOURHOOD,
    /** Issues against what acts on them. */
    MAP,
    /** What happened when. */
    TIMELINE,
    /** Concepts, the narrower below the wider. */
    TREE,
    /** Classes and the properties between them. */
    CLASSES
}
