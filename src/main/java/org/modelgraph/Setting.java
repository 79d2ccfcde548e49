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
    DATABASE(
            "DIR",
            "database",
            Domain.TEXT,
            "The directory of the store; it is made if it is missing."),
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
    READERS(
            "anyone|known",
            "anyone",
            Domain.READERS,
            "Who may read: anyone, or only clients with the scope read (known)."),
    UPLOAD_LIMIT(
            "MEBIBYTES", "100", Domain.MEBIBYTES, "The largest upload, measured unpacked, in MiB."),
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
            "A directory to serve in the place of the bundled query catalogue.");

    /** What a value may be. */
    private enum Domain {
        HOST_NAME("a host name or an IP address", "[A-Za-z0-9.:_-]+"),
        PORT(
                "a whole number from 0 to 65535",
                "\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]"),
        COUNT("a whole number from 0 to 999", "\\d{1,3}"),
        SECONDS(
                "a number of seconds above 0 and below 100000, such as 30 or 0.5",
                "(?=.*[1-9])\\d{1,5}(\\.\\d{1,3})?"),
        DEFAULT_GRAPH("union or stored", "union|stored"),
        TOKEN("at least 16 visible ASCII characters without a blank", "|[!-~]{16,}"),
        READERS("anyone or known", "anyone|known"),
        MEBIBYTES("a whole number from 1 to 99999", "[1-9]\\d{0,4}"),
        VALIDATION(
                "off, warn or enforce, or a list such as enforce,https://example.org/=warn",
                "(([^\\s,=]+=)?(off|warn|enforce))(,\\s*([^\\s,=]+=)?(off|warn|enforce))*"),
        TRUTH("true or false", "true|false"),
        ADDRESS("an http or https address without query", "|https?://[^\\s/?#]+(/[^\\s?#]*)?"),
        TEXT("a directory", ".*\\S.*"),
        OPTIONAL_TEXT("a directory", ".*"),
        OPTIONAL_FILE("a file", ".*");

        private final String expectation;
        private final String pattern;

        Domain(String expectation, String pattern) {
            this.expectation = expectation;
            this.pattern = pattern;
        }
    }

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
