package org.modelgraph.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Chooses between the forms of log lines that the program brings. */
public final class LogFormat {
    private static final String PROPERTY = "MODELGRAPH_LOG_FORMAT";

    private LogFormat() {}

    /**
     * From now on lines are written in this form; a configuration of the user's own stays.
     *
     * @param name {@code text} or {@code json}
     */
    public static void use(String name) {
        var bundled = Optional.ofNullable(LogFormat.class.getResource("/logback.xml"));
        if (System.getProperty("logback.configurationFile") != null
                || bundled.isEmpty()
                || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
                || name.equals(Optional.ofNullable(context.getProperty(PROPERTY)).orElse("text")))
            return;
        System.setProperty(PROPERTY, name);
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(bundled.get());
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }
}
