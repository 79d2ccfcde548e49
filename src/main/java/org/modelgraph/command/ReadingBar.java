package org.modelgraph.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Shows how much of some files is read, how fast, and which one it is. */
final class ReadingBar implements AutoCloseable {
    private static final long SMALL = 100_000_000;

    private final ProgressBar bar;

    /**
     * A bar on the terminal.
     *
     * @param total what there is to read, in bytes
     */
    ReadingBar(String task, long total) {
        var builder =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed(new DecimalFormat("0.0", new DecimalFormatSymbols(Locale.ROOT)));
        this.bar =
                (total < SMALL ? builder.setUnit(" kB", 1000) : builder.setUnit(" MB", 1_000_000))
                        .build();
    }

    /** So many bytes are read, from the first file on. */
    void at(long bytes) {
        bar.stepTo(bytes);
    }

    /** This file is being read. */
    void reading(String file) {
        bar.setExtraMessage(" " + file);
    }

    @Override
    public void close() {
        bar.close();
    }
}
