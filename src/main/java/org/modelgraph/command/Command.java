package org.modelgraph.command;

import org.modelgraph.Setting;
import org.modelgraph.Settings;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A verb of the command line: what it takes, and what it does. */
abstract class Command implements Callable<Integer> {
    private static final String SETTINGS_FLAG = "--settings";

    private final CommandSpec spec;

    /**
     * A verb.
     *
     * @param name the word on the command line
     * @param purpose one sentence for help
     * @param settings the settings that it heeds, each as a flag
     */
    Command(String name, String purpose, Setting... settings) {
        spec = CommandSpec.wrapWithoutInspection(this).name(name).mixinStandardHelpOptions(true);
        spec.usageMessage().description(purpose).sortOptions(false);
        for (var setting : settings) spec.addOption(option(setting));
        spec.addOption(
                OptionSpec.builder(SETTINGS_FLAG)
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description("A file of settings, lines of the form key = value.")
                        .build());
    }

    private static OptionSpec option(Setting setting) {
        var flag = setting.operand().isEmpty();
        var initial =
                setting.initial().isEmpty() || flag ? "" : " Default: " + setting.initial() + ".";
        return OptionSpec.builder(setting.flag())
                .type(flag ? boolean.class : String.class)
                .arity(flag ? "0" : "1")
                .paramLabel(setting.operand())
                .description(setting.help() + initial + " Environment: " + setting.variable() + ".")
                .build();
    }

    /**
     * Adds an option that takes a text and belongs to this verb alone.
     *
     * @param label how help calls the text
     */
    final void option(String name, String label, String description) {
        spec.addOption(
                OptionSpec.builder(name)
                        .type(String.class)
                        .paramLabel(label)
                        .description(description)
                        .build());
    }

    /** The verb as picocli knows it. */
    final CommandSpec spec() {
        return spec;
    }

    /** What stands on the command line. */
    final ParseResult given() {
        return spec.commandLine().getParseResult();
    }

    /** Where output goes that others read. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Where words to the user go. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The settings of this run. */
    final Settings settings() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (var setting : Setting.values()) {
            if (!given().hasMatchedOption(setting.flag())) continue;
            Object value = given().matchedOptionValue(setting.flag(), "true");
            flags.put(setting, String.valueOf(value));
        }
        Optional<Path> file =
                Optional.ofNullable(given().matchedOptionValue(SETTINGS_FLAG, (Path) null));
        return Settings.of(flags, System.getenv(), file);
    }
}
