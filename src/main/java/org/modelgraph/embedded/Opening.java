package org.modelgraph.embedded;

import org.modelgraph.Setting;
import org.modelgraph.Settings;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How a store is to be opened; used once, by one thread. */
public final class Opening {
    private final Map<Setting, String> settings = new EnumMap<>(Setting.class);
    private boolean serves;

    Opening(Path directory) {
        settings.put(Setting.DATABASE, directory.toString());
    }

    /** Without the bundled ontology and graph: the store holds what is written to it. */
    public Opening empty() {
        return with(Setting.EMPTY, "true");
    }

    /**
     * With pages and endpoints over HTTP, on the loopback.
     *
     * @param port where to listen; 0 takes a free port, told by {@link EmbeddedGraph#address}
     */
    public Opening serving(int port) {
        serves = true;
        return with(Setting.PORT, String.valueOf(port));
    }

    /** With a value for any setting of the server. */
    public Opening with(Setting setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /**
     * Opens the store; where it is new, the bundled graph is loaded first, which takes some
     * seconds.
     *
     * @throws Problem where a setting is wrong, the directory is in use by another process or is no
     *     place for a store, or the port is taken
     */
    public EmbeddedGraph open() {
        return new EmbeddedGraph(Settings.of(settings, Map.of(), Optional.empty()), serves);
    }
}
