package org.modelgraph.logging;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

import java.util.stream.Collectors;

/**
 * A stack trace each of whose lines is indented: the message of an exception may hold a client's
 * text with line breaks of its own, which then can't pass for log lines.
 */
public final class IndentedTrace extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return super.convert(event)
                .lines()
                .map(line -> "    " + line.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\t]]", "␤"))
                .collect(Collectors.joining("\n", "", "\n"))
                .replaceFirst("^\n$", "");
    }
}
