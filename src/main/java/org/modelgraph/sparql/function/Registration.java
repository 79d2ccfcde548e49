package org.modelgraph.sparql.function;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Makes the functions known to Jena when it starts; Jena finds this class as a service. */
public final class Registration implements JenaSubsystemLifecycle {
    private static final int AFTER_ARQ = 500;

    @Override
    public void start() {
        PowerLawAggregate.register();
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return AFTER_ARQ;
    }
}
