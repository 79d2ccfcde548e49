package org.modelgraph.history;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Holds what is written as long as it is little; more goes into a file, packed; and what is too
 * much even for that goes nowhere.
 */
final class SpillingOutput extends OutputStream {
    private final Path file;
    private final int mostHeld;
    private final long mostFiled;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable FileOutputStream open;
    private @Nullable GZIPOutputStream packed;
    private boolean tooMuch;

    /**
     * An output that has written nothing.
     *
     * @param mostHeld how many bytes are held
     * @param mostFiled how many bytes the file may have; 0 for any number
     */
    SpillingOutput(Path file, int mostHeld, long mostFiled) {
        this.file = file;
        this.mostHeld = mostHeld;
        this.mostFiled = mostFiled;
    }

    /** True where a file holds what was written. */
    boolean isFiled() {
        return open != null && !tooMuch;
    }

    /** True where it was too much. */
    boolean isTooMuch() {
        return tooMuch;
    }

    /** What is held, if no file is there. */
    byte[] held() {
        return held.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (tooMuch) return;
        if (packed != null) packed.write(bytes, offset, length);
        else if (held.size() + length <= mostHeld) held.write(bytes, offset, length);
        else spill(bytes, offset, length);
        if (open != null && mostFiled > 0 && open.getChannel().position() > mostFiled) giveUp();
    }

    private void spill(byte[] bytes, int offset, int length) throws IOException {
        open = new FileOutputStream(file.toFile());
        packed = new GZIPOutputStream(open, 1 << 16);
        held.writeTo(packed);
        held.reset();
        packed.write(bytes, offset, length);
    }

    private void giveUp() throws IOException {
        tooMuch = true;
        close();
        Files.deleteIfExists(file);
    }

    /** Makes sure that the file is on disk, where there is one. */
    void seal() throws IOException {
        if (!isFiled() || open == null || packed == null) return;
        packed.finish();
        open.getFD().sync();
        close();
    }

    @Override
    public void close() throws IOException {
        if (open != null) open.close();
    }
}
