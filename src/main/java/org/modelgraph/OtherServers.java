package org.modelgraph;

import org.modelgraph.remote.RemoteAddresses;
import org.modelgraph.replication.Membership;
import org.modelgraph.replication.Role;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What settings say of the servers that this one works with. */
public final class OtherServers {
    private final Function<Setting, String> values;

    OtherServers(Function<Setting, String> values) {
        this.values = values;
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(values.apply(setting)).filter(value -> !value.isEmpty());
    }

    /** Which part the server has among those that share a log. */
    public Membership membership() {
        var seconds = Double.parseDouble(values.apply(Setting.LONGEST_LAG));
        return new Membership(
                given(Setting.REPLICATION),
                values.apply(Setting.ROLE).equals("replica") ? Role.REPLICA : Role.WRITER,
                given(Setting.WRITER_URL).map(u -> u.replaceFirst("/+$", "")),
                Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** The store that stands elsewhere, where the server has none of its own. */
    public Optional<RemoteAddresses> remote() {
        if (!values.apply(Setting.STORE).equals("remote")) return Optional.empty();
        return Optional.of(
                RemoteAddresses.of(
                        given(Setting.QUERY_URL),
                        given(Setting.UPDATE_URL),
                        given(Setting.GRAPH_STORE_URL),
                        given(Setting.REMOTE_CREDENTIAL)));
    }
}
