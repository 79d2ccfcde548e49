package org.modelgraph;

/** What the value of a setting may be. */
enum Domain {
    HOST_NAME("a host name or an IP address", "[A-Za-z0-9.:_-]+"),
    PORT(
            "a whole number from 0 to 65535",
            "\\d{1,4}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]"),
    COUNT("a whole number from 0 to 999", "\\d{1,3}"),
    COUNT_TO_99999("a whole number from 0 to 99999", "\\d{1,5}"),
    LARGE_COUNT("a whole number from 0 to 999999999", "\\d{1,9}"),
    OPTIONAL_TEXT_LIST("addresses with commas between them", "[0-9a-fA-F:./,\\[\\] ]*"),
    HOSTS(
            "hosts with commas between them, such as query.wikidata.org,http://127.0.0.1:3030",
            "|((https?://)?([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?(, ?|$))+"),
    SECONDS(
            "a number of seconds above 0 and below 100000, such as 30 or 0.5",
            "(?=.*[1-9])\\d{1,5}(\\.\\d{1,3})?"),
    DEFAULT_GRAPH("union or stored", "union|stored"),
    ENGINE("auto or arq", "auto|arq"),
    SNAPSHOT("auto, off or a whole number from 1 to 99999", "auto|off|[1-9]\\d{0,4}"),
    TOKEN("at least 16 visible ASCII characters without a blank", "|[!-~]{16,}"),
    READERS("anyone or known", "anyone|known"),
    MEBIBYTES("a whole number from 1 to 99999", "[1-9]\\d{0,4}"),
    CACHE("a whole number from 1 to 99999, or off", "[1-9]\\d{0,4}|off"),
    ROOM("a whole number from 0 to 9999999", "\\d{1,7}"),
    FACTOR(
            "0, or a number from 1.2 to 99",
            "0|1\\.[2-9]\\d?|[2-9](\\.\\d{1,2})?|[1-9]\\d(\\.\\d)?"),
    LOG(
            "file: and a directory, or kafka:HOST:PORT,…/TOPIC",
            "|file:.+|kafka:[^/]+/[A-Za-z0-9._-]+"),
    STORE("embedded or remote", "embedded|remote"),
    ENDPOINT("an http or https address", "|https?://[^\\s#]+"),
    ROLE("writer or replica", "writer|replica"),
    LOG_FORMAT("text or json", "text|json"),
    DAYS("a whole number from 0 to 99999", "\\d{1,5}"),
    LIMIT("a whole number from 0 to 99999999", "\\d{1,8}"),
    VALIDATION(
            "off, warn or enforce, or a list such as enforce,https://example.org/=warn",
            "(([^\\s,=]+=)?(off|warn|enforce))(,\\s*([^\\s,=]+=)?(off|warn|enforce))*"),
    ISSUER(
            "an https address, or an http address of this machine",
            "|https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/[^\\s?#]*)?"),
    ALGORITHMS(
            "names of signatures with a public key, such as RS256,ES256",
            "[RPE]S(256|384|512)(, ?[RPE]S(256|384|512))*"),
    CLAIM("the name of a claim", "[^\\s]+"),
    OPTIONAL_LIST("texts with commas between them", ".*"),
    TRUTH("true or false", "true|false"),
    ADDRESS("an http or https address without query", "|https?://[^\\s/?#]+(/[^\\s?#]*)?"),
    TEXT("a directory", ".*\\S.*"),
    OPTIONAL_TEXT("a directory", ".*"),
    OPTIONAL_FILE("a file", ".*");

    final String expectation;
    final String pattern;

    Domain(String expectation, String pattern) {
        this.expectation = expectation;
        this.pattern = pattern;
    }
}
