package org.modelgraph.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of SPARQL that people misspell. */
final class Keywords {
    private static final List<String> ALL =
            List.of(
                    "SELECT",
                    "CONSTRUCT",
                    "DESCRIBE",
                    "ASK",
                    "WHERE",
                    "FROM",
                    "NAMED",
                    "PREFIX",
                    "BASE",
                    "OPTIONAL",
                    "UNION",
                    "FILTER",
                    "GRAPH",
                    "BIND",
                    "VALUES",
                    "MINUS",
                    "SERVICE",
                    "EXISTS",
                    "NOT",
                    "ORDER",
                    "GROUP",
                    "HAVING",
                    "LIMIT",
                    "OFFSET",
                    "DISTINCT",
                    "REDUCED",
                    "COUNT",
                    "SUM",
                    "MIN",
                    "MAX",
                    "AVG",
                    "SAMPLE",
                    "GROUP_CONCAT",
                    "SEPARATOR",
                    "LANG",
                    "LANGMATCHES",
                    "DATATYPE",
                    "BOUND",
                    "REGEX",
                    "CONTAINS",
                    "STRSTARTS",
                    "STRENDS",
                    "COALESCE",
                    "UNDEF",
                    "ASC",
                    "DESC",
                    "REPLACE",
                    "CONCAT",
                    "STRLEN",
                    "SUBSTR",
                    "LCASE",
                    "UCASE",
                    "ISIRI",
                    "ISBLANK",
                    "ISLITERAL",
                    "INSERT",
                    "DELETE",
                    "DATA",
                    "CLEAR",
                    "DROP",
                    "CREATE",
                    "USING",
                    "WITH",
                    "SILENT",
                    "DEFAULT");

    private Keywords() {}

    /** The keyword that was probably meant. */
    static Optional<String> nearest(String word) {
        return Similarity.nearest(word.toUpperCase(Locale.ROOT), ALL);
    }
}
