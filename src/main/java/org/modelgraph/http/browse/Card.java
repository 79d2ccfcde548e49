package org.modelgraph.http.browse;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/** A picture of a page for previews of links: its kind, its name, a line about it and the site. */
final class Card {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color PAPER = new Color(0xfaf8f3);
    private static final Color INK = new Color(0x1d2430);
    private static final Color QUIET = new Color(0x596270);
    private static final Color ACCENT = new Color(0x0b5cad);
    private static final int MARGIN = 80;
    private static final int MOST_LINES = 4;

    private final Graphics2D graphics;

    private Card(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * Draws a card as PNG, 1200 by 630 pixels.
     *
     * @param kind above the name
     * @param name the largest words
     * @param text what it is
     */
    static byte[] png(String kind, String name, String text) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            new Card(graphics).draw(kind, name, text);
        } finally {
            graphics.dispose();
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(String kind, String name, String text) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(ACCENT);
        graphics.fillRect(0, 0, 16, HEIGHT);
        graphics.setStroke(new BasicStroke(3));
        var y = write(kind, 34, Font.PLAIN, ACCENT, 130, 1);
        y = write(name, 76, Font.BOLD, INK, y + 100, 2);
        write(text, 36, Font.PLAIN, QUIET, y + 70, MOST_LINES - 1);
        write("modelgraph", 34, Font.BOLD, INK, HEIGHT - 60, 1);
    }

    /** Writes words in lines and tells where the last line stands. */
    private int write(String words, int size, int style, Color color, int top, int most) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.setColor(color);
        var y = top;
        for (var line : lines(words, graphics.getFontMetrics(), most)) {
            graphics.drawString(line, MARGIN, y);
            y += Math.round(size * 1.3f);
        }
        return y - Math.round(size * 1.3f);
    }

    private static List<String> lines(String words, FontMetrics metrics, int most) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var part : words.split("(?<= )|(?<=[\\u2e80-\\uffff])")) {
            if (metrics.stringWidth(line + part) > WIDTH - 2 * MARGIN && !line.isEmpty()) {
                if (lines.size() == most - 1) {
                    lines.add(line.toString().strip() + "…");
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }
}
