package org.modelgraph;

import org.modelgraph.remote.RemoteAddresses;
import org.modelgraph.replication.Membership;
import org.modelgraph.replication.Role;

import java.util.Optional;

/** What settings say of the servers that this one works with. */
public final class OtherServers {
    private final Settings settings;

    OtherServers(Settings settings) {
        this.settings = settings;
    }

    /** Which part the server has among those that share a log. */
    public Membership membership() {
        return new Membership(
                settings.given(Setting.REPLICATION),
                settings.get(Setting.ROLE).equals("replica") ? Role.REPLICA : Role.WRITER,
                settings.given(Setting.WRITER_URL).map(u -> u.replaceFirst("/+$", "")),
                settings.seconds(Setting.LONGEST_LAG));
    }

    /** The store that stands elsewhere, where the server has none of its own. */
    public Optional<RemoteAddresses> remote() {
        if (!settings.get(Setting.STORE).equals("remote")) return Optional.empty();
        return Optional.of(
                RemoteAddresses.of(
                        settings.given(Setting.QUERY_URL),
                        settings.given(Setting.UPDATE_URL),
                        settings.given(Setting.GRAPH_STORE_URL),
                        settings.given(Setting.REMOTE_CREDENTIAL)));
    }
}
