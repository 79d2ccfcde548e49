package org.modelgraph.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client's text can't pass for lines of the log. */
class LogTest {
    private static final String HOSTILE = "first\r\n03:00:00.000 INFO forged\u2028\u0085\u001b[31m";

    private static Encoder<ILoggingEvent> encoder(String format) throws Exception {
        var context = new LoggerContext();
        context.putProperty("MODELGRAPH_LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogFormat.class.getResource("/logback.xml"));
        var appender = context.getLogger("ROOT").getAppender(format);
        assertThat(appender).isInstanceOf(ConsoleAppender.class);
        return ((ConsoleAppender<ILoggingEvent>) appender).getEncoder();
    }

    private static String line(String format, Throwable failure) throws Exception {
        var encoder = encoder(format);
        var context =
                encoder instanceof PatternLayoutEncoder pattern
                        ? (LoggerContext) pattern.getContext()
                        : new LoggerContext();
        var event =
                new LoggingEvent(
                        "x",
                        context.getLogger("org.modelgraph.test"),
                        ch.qos.logback.classic.Level.WARN,
                        HOSTILE,
                        failure,
                        new Object[0]);
        event.setMDCPropertyMap(Map.of("request", "id-1"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void asTextALineStaysALineAndATraceIsIndented() throws Exception {
        var lines = line("text", new IllegalStateException(HOSTILE)).lines().toList();
        assertThat(lines.getFirst()).contains("[id-1]", "first␤␤03:00:00.000");
        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(lines.subList(1, lines.size())).allMatch(l -> l.startsWith("    "));
        assertThat(String.join("", lines)).doesNotContain("\u2028", "\u0085", "\u001b");
    }

    @Test
    void asJsonAnEventIsOneLine() throws Exception {
        var text = line("json", new IllegalStateException(HOSTILE));
        assertThat(text.strip().split("\n")).hasSize(1);
        var entry = new com.fasterxml.jackson.databind.ObjectMapper().readTree(text);
        assertThat(entry.get("formattedMessage").asText()).isEqualTo(HOSTILE);
        assertThat(entry.get("mdc").get("request").asText()).isEqualTo("id-1");
        assertThat(entry.get("throwable").get("message").asText()).isEqualTo(HOSTILE);
    }
}
