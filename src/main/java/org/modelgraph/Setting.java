package org.modelgraph;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The one table of settings. A setting is given, from strongest to weakest, as a flag, as an
 * environment variable, as a line of the settings file, or not at all, and then has its default.
 * Each constant names what stands behind the flag, the default and the values allowed; what it does
 * is said in {@code settings.properties}.
 */
public enum Setting {
    HOST("ADDRESS", "127.0.0.1", Domain.HOST_NAME),
    PORT("NUMBER", "7070", Domain.PORT),
    DATABASE("DIR", "database", Domain.TEXT),
    DEFAULT_GRAPH("union|stored", "union", Domain.DEFAULT_GRAPH),
    QUERY_TIMEOUT("SECONDS", "30", Domain.SECONDS),
    PARALLEL_QUERIES("NUMBER", "0", Domain.COUNT),
    QUERY_MEMORY("MEBIBYTES", "8192", Domain.MEBIBYTES),
    ENGINE("auto|arq", "auto", Domain.ENGINE),
    SNAPSHOT("auto|SIZE|off", "auto", Domain.SNAPSHOT),
    ROW_LIMIT("NUMBER", "1000000", Domain.LARGE_COUNT),
    RESULT_CACHE("MEBIBYTES|off", "64", Domain.CACHE),
    CLIENT_SECONDS("NUMBER", "60", Domain.COUNT_TO_99999),
    CLIENT_ERRORS("NUMBER", "60", Domain.COUNT_TO_99999),
    CLIENT_PARALLEL("NUMBER", "8", Domain.COUNT),
    PROXIES("ADDRESSES", "", Domain.OPTIONAL_TEXT_LIST),
    SERVICE_HOSTS("HOSTS", "", Domain.HOSTS),
    WRITE_TOKEN("TOKEN", "", Domain.TOKEN),
    TOKENS("FILE", "", Domain.OPTIONAL_FILE),
    PASSWORDS("FILE", "", Domain.OPTIONAL_FILE),
    OIDC_ISSUER("URL", "", Domain.ISSUER),
    OIDC_AUDIENCE("NAME,…", "", Domain.OPTIONAL_LIST),
    OIDC_ALGORITHMS("NAME,…", "RS256,PS256,ES256", Domain.ALGORITHMS),
    OIDC_CLAIM("NAME", "scope", Domain.CLAIM),
    OIDC_SCOPES("VALUE=SCOPE,…", "", Domain.OPTIONAL_LIST),
    AUDIT("FILE", "", Domain.OPTIONAL_FILE),
    AUDIT_SIZE("MEBIBYTES", "64", Domain.MEBIBYTES),
    READERS("anyone|known", "anyone", Domain.READERS),
    UPLOAD_LIMIT("MEBIBYTES", "100", Domain.MEBIBYTES),
    HISTORY_DAYS("DAYS", "365", Domain.DAYS),
    HISTORY_SIZE("MEBIBYTES", "1024", Domain.LIMIT),
    VALIDATION("POLICY", "enforce", Domain.VALIDATION),
    EMPTY("", "false", Domain.TRUTH),
    BASE_URL("URL", "", Domain.ADDRESS),
    ONTOLOGY("DIR", "", Domain.OPTIONAL_TEXT),
    QUERIES("DIR", "", Domain.OPTIONAL_TEXT),
    COMPACT_AT("FACTOR", "2", Domain.FACTOR),
    BACKUPS("DIR", "", Domain.OPTIONAL_TEXT),
    BACKUP_EVERY("HOURS", "0", Domain.COUNT),
    DISK_RESERVE("MEBIBYTES", "512", Domain.ROOM),
    LONGEST_WRITE("SECONDS", "300", Domain.SECONDS),
    SLOW_QUERY("SECONDS", "5", Domain.SECONDS),
    STORE("embedded|remote", "embedded", Domain.STORE),
    QUERY_URL("URL", "", Domain.ENDPOINT),
    UPDATE_URL("URL", "", Domain.ENDPOINT),
    GRAPH_STORE_URL("URL", "", Domain.ENDPOINT),
    REMOTE_CREDENTIAL("USER:PASSWORD|TOKEN", "", Domain.OPTIONAL_LIST),
    REPLICATION("LOG", "", Domain.LOG),
    ROLE("writer|replica", "writer", Domain.ROLE),
    WRITER_URL("URL", "", Domain.ADDRESS),
    LONGEST_LAG("SECONDS", "30", Domain.SECONDS),
    LOG_FORMAT("text|json", "text", Domain.LOG_FORMAT);

    private final String operand;
    private final String initial;
    private final Domain domain;

    Setting(String operand, String initial, Domain domain) {
        this.operand = operand;
        this.initial = initial;
        this.domain = domain;
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
        return Help.of(this);
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

    /** What settings do, read once. */
    private static final class Help {
        private static final Properties TEXTS = read();

        static String of(Setting setting) {
            var text = TEXTS.getProperty(setting.key());
            if (text == null) throw new IllegalStateException("No help on " + setting.key());
            return text;
        }

        private static Properties read() {
            var name = "/settings.properties";
            try (var in = Objects.requireNonNull(Setting.class.getResourceAsStream(name), name)) {
                var texts = new Properties();
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                return texts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
