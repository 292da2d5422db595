package io.github.amlmaven.report;

/** How a terminal tells the parts of a finding apart. */
@FunctionalInterface
public interface Style {

    /** The same for all of them. */
    Style PLAIN = (part, text) -> text;

    /** A part of a finding. */
    enum Part {
        /** The path of a file. */
        FILE,
        /** The place and the rule of a finding that refuses. */
        REFUSAL,
        /** The place and the rule of a finding that warns. */
        WARNING,
        /** The marks under what was found. */
        CARET,
        /** What mends it. */
        FIX
    }

    /**
     * Dresses a text.
     *
     * @param part what it is
     * @param text the text
     * @return the text, with what the terminal needs around it
     */
    String of(Part part, String text);
}
