package org.modelgraph.text;

import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/** Makes {@link TextQuery} known to Jena when it starts; Jena finds this class as a service. */
public final class Registration implements JenaSubsystemLifecycle {
    private static final int AFTER_ARQ = 500;

    @Override
    public void start() {
        PropertyFunctionRegistry.get().put(TextQuery.IRI, TextQuery.class);
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return AFTER_ARQ;
    }
}
