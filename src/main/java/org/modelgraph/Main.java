package org.modelgraph;

import org.modelgraph.command.CommandLineInterface;

/** The program. */
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments));
    }
}
