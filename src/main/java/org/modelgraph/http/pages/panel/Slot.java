package org.modelgraph.http.pages.panel;

/**
 * A place for a panel in a layout.
 *
 * @param question the id of the question that fills it
 * @param parameter the parameter of the question that stands for the thing of the page; empty where
 *     the question is not about one thing
 * @param form how the answer is shown
 * @param columns how many of the twelve columns of a wide page it takes
 * @param kept true where it stays, and says so, when nothing is known
 * @param naming true where the heading names the thing, since the page is not about it
 */
public record Slot(
        String question, String parameter, Form form, int columns, boolean kept, boolean naming) {
    /** A place on a page about the thing, or about no thing. */
    public Slot(String question, String parameter, Form form, int columns, boolean kept) {
        this(question, parameter, form, columns, kept, false);
    }

    static Slot half(String question, String parameter, Form form) {
        return new Slot(question, parameter, form, 6, false);
    }

    static Slot wide(String question, String parameter, Form form) {
        return new Slot(question, parameter, form, 12, false);
    }

    /** The same with another width. */
    public Slot columns(int number) {
        return new Slot(question, parameter, form, number, kept, naming);
    }

    Slot keep() {
        return new Slot(question, parameter, form, columns, true, naming);
    }

    /** The same on a page about something else. */
    public Slot elsewhere() {
        return new Slot(question, parameter, form, columns, kept, true);
    }

    /** The name of the panel within a page. */
    public String anchor() {
        return "panel-" + question.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** The key of its heading. */
    public String heading() {
        return "panel." + question.replace('/', '.');
    }
}
