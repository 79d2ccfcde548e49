package org.modelgraph;

import org.modelgraph.access.OpenIdSetup;
import org.modelgraph.graph.DefaultGraph;
import org.modelgraph.graph.ValidationPolicy;
import org.modelgraph.maintenance.Maintenance;
import org.modelgraph.problem.Problem;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of one run, checked: every value is one that the program can work with. */
public final class Settings {
    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    /**
     * Puts the sources of settings together.
     *
     * @param flags what stands on the command line
     * @param environment the environment variables
     * @param file the settings file: lines {@code key = value}
     * @throws Problem naming every wrong value, where it comes from and what would do
     */
    public static Settings of(
            Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        return new Settings(new SettingsReader(flags, environment, file).values());
    }

    String get(Setting setting) {
        return values.getOrDefault(setting, setting.initial());
    }

    Optional<String> given(Setting setting) {
        return Optional.of(get(setting)).filter(value -> !value.isEmpty());
    }

    public String host() {
        return get(Setting.HOST);
    }

    public int port() {
        return Integer.parseInt(get(Setting.PORT));
    }

    public Path database() {
        return Path.of(get(Setting.DATABASE));
    }

    public DefaultGraph defaultGraph() {
        return get(Setting.DEFAULT_GRAPH).equals("union")
                ? DefaultGraph.UNION
                : DefaultGraph.STORED;
    }

    /** The longest that a query may take. */
    public Duration queryTimeout() {
        return seconds(Setting.QUERY_TIMEOUT);
    }

    /** How many queries run at a time. */
    public int parallelQueries() {
        var given = Integer.parseInt(get(Setting.PARALLEL_QUERIES));
        return given > 0 ? given : Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** How many bytes one query may allocate. */
    public long queryMemory() {
        return Long.parseLong(get(Setting.QUERY_MEMORY)) << 20;
    }

    /** How large the engine's snapshot may become, in bytes; 0 where there is to be none. */
    public long snapshotBytes() {
        var size = get(Setting.SNAPSHOT);
        if (get(Setting.ENGINE).equals("arq") || size.equals("off")) return 0;
        return size.equals("auto")
                ? Runtime.getRuntime().maxMemory() / 4
                : Long.parseLong(size) << 20;
    }

    /** How many rows an answer may have; 0 sets no limit. */
    public long rowLimit() {
        return Long.parseLong(get(Setting.ROW_LIMIT));
    }

    /** How many bytes of answers are held to be given again; 0 holds none. */
    public long resultCache() {
        var given = get(Setting.RESULT_CACHE);
        return given.equals("off") ? 0 : Long.parseLong(given) << 20;
    }

    /** How many seconds of query time a client has a minute; 0 sets no limit. */
    public int clientSeconds() {
        return Integer.parseInt(get(Setting.CLIENT_SECONDS));
    }

    /** How many queries of a client may fail a minute; 0 sets no limit. */
    public int clientErrors() {
        return Integer.parseInt(get(Setting.CLIENT_ERRORS));
    }

    /** How many queries a client may have at the same time; 0 sets no limit. */
    public int clientParallel() {
        return Integer.parseInt(get(Setting.CLIENT_PARALLEL));
    }

    /** The proxies whose word on a client's address is believed. */
    public List<String> proxies() {
        return list(Setting.PROXIES);
    }

    /** The servers that SERVICE and LOAD may call. */
    public List<String> serviceHosts() {
        return list(Setting.SERVICE_HOSTS);
    }

    private List<String> list(Setting setting) {
        return Stream.of(get(setting).split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    /** The token that allows writing, if there is one. */
    public Optional<String> writeToken() {
        return given(Setting.WRITE_TOKEN);
    }

    /** The file of bearer tokens, which need not exist. */
    public Path tokens() {
        return given(Setting.TOKENS)
                .map(Path::of)
                .orElseGet(() -> database().resolve("tokens.json"));
    }

    /** The file of users and their passwords, if one is set. */
    public Optional<Path> passwords() {
        return given(Setting.PASSWORDS).map(Path::of);
    }

    /** The OpenID provider whose tokens are accepted, if there is one. */
    public Optional<OpenIdSetup> openId() {
        return given(Setting.OIDC_ISSUER)
                .map(issuer ->
                        OpenIdSetup.of(
                                issuer,
                                get(Setting.OIDC_AUDIENCE),
                                get(Setting.OIDC_ALGORITHMS),
                                get(Setting.OIDC_CLAIM),
                                get(Setting.OIDC_SCOPES)));
    }

    /** The file of audit lines, which need not exist. */
    public Path audit() {
        return given(Setting.AUDIT)
                .map(Path::of)
                .orElseGet(() -> database().resolve("audit.jsonl"));
    }

    /** How large the audit file becomes, in bytes. */
    public long auditBytes() {
        return Long.parseLong(get(Setting.AUDIT_SIZE)) << 20;
    }

    /** True where everybody may read. */
    public boolean readableByAnyone() {
        return get(Setting.READERS).equals("anyone");
    }

    /** The largest upload, unpacked, in bytes. */
    public long uploadLimit() {
        return Long.parseLong(get(Setting.UPLOAD_LIMIT)) << 20;
    }

    /** For how long commits are kept in the history; zero for ever. */
    public Duration historyAge() {
        return Duration.ofDays(Long.parseLong(get(Setting.HISTORY_DAYS)));
    }

    /** How large the history may become, in bytes; 0 for any size. */
    public long historyBytes() {
        return Long.parseLong(get(Setting.HISTORY_SIZE)) << 20;
    }

    /** Which graphs are held to the shapes. */
    public ValidationPolicy validation() {
        return ValidationPolicy.of(get(Setting.VALIDATION));
    }

    public boolean empty() {
        return Boolean.parseBoolean(get(Setting.EMPTY));
    }

    /** The public address of the server without a slash at its end, if one is set. */
    public Optional<String> baseUrl() {
        return given(Setting.BASE_URL).map(u -> u.replaceFirst("/+$", ""));
    }

    public Optional<Path> ontology() {
        return given(Setting.ONTOLOGY).map(Path::of);
    }

    public Optional<Path> queries() {
        return given(Setting.QUERIES).map(Path::of);
    }

    /** How far the store may grow before it is compacted, and how old its newest backup may be. */
    public Maintenance.Policy maintenance() {
        return new Maintenance.Policy(
                Double.parseDouble(get(Setting.COMPACT_AT)),
                Duration.ofHours(Integer.parseInt(get(Setting.BACKUP_EVERY))));
    }

    /** The directory of backups, which need not exist. */
    public Path backups() {
        return given(Setting.BACKUPS).map(Path::of).orElseGet(() -> database().resolve("backups"));
    }

    /** How many bytes stay free on the disk of the store. */
    public long diskReserve() {
        return Long.parseLong(get(Setting.DISK_RESERVE)) << 20;
    }

    /** How long one write may hold the store before the server is not ready. */
    public Duration longestWrite() {
        return seconds(Setting.LONGEST_WRITE);
    }

    /** From when on a query is slow. */
    public Duration slowQuery() {
        return seconds(Setting.SLOW_QUERY);
    }

    /** The servers that this one works with. */
    public OtherServers others() {
        return new OtherServers(this);
    }

    Duration seconds(Setting setting) {
        return Duration.ofMillis(Math.round(Double.parseDouble(get(setting)) * 1000));
    }

    /** {@code text} or {@code json}. */
    public String logFormat() {
        return get(Setting.LOG_FORMAT);
    }
}
