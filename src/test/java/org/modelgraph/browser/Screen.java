package org.modelgraph.browser;

/** The size of a window, in CSS pixels. */
enum Screen {
    DESK(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
