package org.modelgraph;

import java.util.Locale;
import java.util.Optional;

/**
 * The one table of settings. A setting is given, from strongest to weakest, as a flag, as an
 * environment variable, as a line of the settings file, or not at all, and then has its default.
 */
public enum Setting {
    HOST(
            "ADDRESS",
            "127.0.0.1",
            Domain.HOST_NAME,
            "The address to listen on; 0.0.0.0 opens the server to the network."),
    PORT("NUMBER", "7070", Domain.PORT, "The port to listen on; 0 takes a free one."),
    DATABASE("DIR", "database", Domain.TEXT, "The directory of the store, made if missing."),
    DEFAULT_GRAPH(
            "union|stored",
            "union",
            Domain.DEFAULT_GRAPH,
            "What a query without GRAPH sees: all graphs (union), or the stored default graph alone"
                    + " (stored)."),
    QUERY_TIMEOUT(
            "SECONDS",
            "30",
            Domain.SECONDS,
            "The longest that a query may take; a client may ask for less."),
    PARALLEL_QUERIES(
            "NUMBER",
            "0",
            Domain.COUNT,
            "How many queries run at a time; 0 is one a core, but at least 2."),
    QUERY_MEMORY(
            "MEBIBYTES",
            "8192",
            Domain.MEBIBYTES,
            "How much one query may allocate over its whole run, in MiB; most of it is free again"
                    + " at once."),
    ENGINE(
            "auto|arq",
            "auto",
            Domain.ENGINE,
            "What answers queries: the engine in memory and ARQ for what it does not know (auto),"
                    + " or ARQ alone (arq)."),
    SNAPSHOT(
            "auto|SIZE|off",
            "auto",
            Domain.SNAPSHOT,
            "How large the engine's snapshot of the store may become, in MiB; auto is a quarter of"
                    + " the heap."),
    ROW_LIMIT(
            "NUMBER",
            "1000000",
            Domain.LARGE_COUNT,
            "How many rows an answer may have; a longer one is an error. 0 sets no limit."),
    RESULT_CACHE(
            "MEBIBYTES|off",
            "64",
            Domain.CACHE,
            "How much memory answers take that are held to be given again, in MiB; off holds"
                    + " none."),
    CLIENT_SECONDS(
            "NUMBER",
            "60",
            Domain.COUNT_TO_99999,
            "How many seconds of query time a client has a minute; 0 sets no limit."),
    CLIENT_ERRORS(
            "NUMBER",
            "60",
            Domain.COUNT_TO_99999,
            "How many queries of a client may fail a minute; 0 sets no limit."),
    CLIENT_PARALLEL(
            "NUMBER",
            "8",
            Domain.COUNT,
            "How many queries a client may have at the same time; 0 sets no limit."),
    PROXIES(
            "ADDRESSES",
            "",
            Domain.OPTIONAL_TEXT_LIST,
            "The addresses or networks of proxies whose X-Forwarded-For is believed, with commas"
                    + " between them."),
    WRITE_TOKEN(
            "TOKEN",
            "",
            Domain.TOKEN,
            "The bearer token that allows writing; without one the server is read-only."),
    TOKENS(
            "FILE",
            "",
            Domain.OPTIONAL_FILE,
            "The file of bearer tokens; without it tokens.json in the database directory."),
    PASSWORDS(
            "FILE",
            "",
            Domain.OPTIONAL_FILE,
            "A file of users for Basic authentication, written with htpasswd -B."),
    OIDC_ISSUER(
            "URL",
            "",
            Domain.ISSUER,
            "The OpenID provider whose bearer tokens (JWT) are accepted, as its tokens name it."),
    OIDC_AUDIENCE(
            "NAME,…",
            "",
            Domain.OPTIONAL_LIST,
            "For whom such a token must be made; needed where there is an issuer."),
    OIDC_ALGORITHMS(
            "NAME,…",
            "RS256,PS256,ES256",
            Domain.ALGORITHMS,
            "With which algorithms such a token may be signed."),
    OIDC_CLAIM(
            "NAME",
            "scope",
            Domain.CLAIM,
            "The claim that says what the client may do; dots lead into objects."),
    OIDC_SCOPES(
            "VALUE=SCOPE,…",
            "",
            Domain.OPTIONAL_LIST,
            "What values of that claim allow here; without it modelgraph:read and the like."),
    AUDIT(
            "FILE",
            "",
            Domain.OPTIONAL_FILE,
            "The file of audit lines; without it audit.jsonl in the database directory."),
    AUDIT_SIZE(
            "MEBIBYTES",
            "64",
            Domain.MEBIBYTES,
            "How large the audit file becomes before a new one begins, in MiB."),
    READERS(
            "anyone|known",
            "anyone",
            Domain.READERS,
            "Who may read: anyone, or only clients with the scope read (known)."),
    UPLOAD_LIMIT(
            "MEBIBYTES", "100", Domain.MEBIBYTES, "The largest upload, measured unpacked, in MiB."),
    HISTORY_DAYS(
            "DAYS",
            "365",
            Domain.DAYS,
            "How long what commits changed is kept, in days; 0 sets no limit."),
    HISTORY_SIZE(
            "MEBIBYTES",
            "1024",
            Domain.LIMIT,
            "How large the history may become on disk, in MiB; 0 sets no limit."),
    VALIDATION(
            "POLICY",
            "enforce",
            Domain.VALIDATION,
            "What becomes of a write that breaks the shapes: off, warn or enforce, for all graphs"
                    + " or as PREFIX=off,… for some; default= is the default graph."),
    EMPTY("", "false", Domain.TRUTH, "Starts without the bundled ontology and graph."),
    BASE_URL(
            "URL",
            "",
            Domain.ADDRESS,
            "The public address of the server, where it stands behind a proxy."),
    ONTOLOGY(
            "DIR",
            "",
            Domain.OPTIONAL_TEXT,
            "A directory to load in the place of the bundled ontology and graph."),
    QUERIES(
            "DIR",
            "",
            Domain.OPTIONAL_TEXT,
            "A directory to serve in the place of the bundled query catalogue."),
    COMPACT_AT(
            "FACTOR",
            "2",
            Domain.FACTOR,
            "How many times the room after its last compaction the store may take before the server"
                    + " compacts it; 0 is never."),
    BACKUPS(
            "DIR",
            "",
            Domain.OPTIONAL_TEXT,
            "The directory of backups; without it backups in the database directory."),
    BACKUP_EVERY(
            "HOURS",
            "0",
            Domain.COUNT,
            "How old the newest backup may be before the server makes another; 0 is never."),
    DISK_RESERVE(
            "MEBIBYTES",
            "512",
            Domain.ROOM,
            "Writes are refused while the disk of the store has less room than this, in MiB."),
    LONGEST_WRITE("SECONDS", "300", Domain.SECONDS, "A longer write makes the server not ready."),
    SLOW_QUERY(
            "SECONDS", "5", Domain.SECONDS, "A query that takes longer is logged with its plan."),
    LOG_FORMAT(
            "text|json",
            "text",
            Domain.LOG_FORMAT,
            "How log lines are written: as text, or one JSON object a line.");

    private final String operand;
    private final String initial;
    private final Domain domain;
    private final String help;

    Setting(String operand, String initial, Domain domain, String help) {
        this.operand = operand;
        this.initial = initial;
        this.domain = domain;
        this.help = help;
    }

    /** The flag, such as {@code --query-timeout}. */
    public String flag() {
        return "--" + key();
    }

    /** The name in a settings file, such as {@code query-timeout}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable, such as {@code MODELGRAPH_QUERY_TIMEOUT}. */
    public String variable() {
        return "MODELGRAPH_" + name();
    }

    /** What stands behind the flag in help; empty for a flag that stands alone. */
    public String operand() {
        return operand;
    }

    /** The value where nobody gives one. */
    public String initial() {
        return initial;
    }

    /** One sentence on what the setting does. */
    public String help() {
        return help;
    }

    /** What a value must be, in words. */
    public String expectation() {
        return domain.expectation;
    }

    boolean accepts(String value) {
        return value.matches(domain.pattern);
    }

    static Optional<Setting> ofKey(String key) {
        for (var setting : values()) if (setting.key().equals(key)) return Optional.of(setting);
        return Optional.empty();
    }
}
