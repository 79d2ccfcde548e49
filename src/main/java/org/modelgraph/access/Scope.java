package org.modelgraph.access;

import org.modelgraph.problem.Problem;

/**
 * One thing that a client may do, written as {@code read}, {@code write:PREFIX} or {@code admin}.
 */
public sealed interface Scope {
    /** Reading, where the server does not let everybody read. */
    record Read() implements Scope {
        @Override
        public String toString() {
            return "read";
        }
    }

    /**
     * Writing to every graph whose IRI begins with a prefix, and that is not protected.
     *
     * @param prefix how the IRIs begin; where it is empty, the default graph is covered as well
     */
    record Write(String prefix) implements Scope {
        boolean covers(String graph) {
            return graph.startsWith(prefix);
        }

        @Override
        public String toString() {
            return prefix.isEmpty() ? "write" : "write:" + prefix;
        }
    }

    /** Everything, the protected graphs included. */
    record Admin() implements Scope {
        @Override
        public String toString() {
            return "admin";
        }
    }

    /**
     * Reads a scope.
     *
     * @throws Problem where the text is none
     */
    static Scope of(String text) {
        if (text.equals("read")) return new Read();
        if (text.equals("admin")) return new Admin();
        if (text.equals("write")) return new Write("");
        if (text.matches("write:[^\\s<>\"]+")) return new Write(text.substring(6));
        throw Problem.of(Problem.Kind.BAD_REQUEST, "'" + text + "' is no scope.")
                .hint(
                        "A scope is read, write (to every graph that is not protected),"
                                + " write:IRI-PREFIX or admin.");
    }
}
