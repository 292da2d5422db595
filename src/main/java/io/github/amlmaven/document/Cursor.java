package io.github.amlmaven.document;

/** Counts lines and columns while it moves forward through a text. */
final class Cursor {
    private final String text;
    private int offset;
    private int line = 1;
    private int column = 1;

    Cursor(String text) {
        this.text = text;
    }

    /**
     * Moves on.
     *
     * @param target an offset in UTF-16 units, not before the present one; what lies beyond the text is its end
     */
    Cursor moveTo(long target) {
        while (offset < target && offset < text.length()) {
            char c = text.charAt(offset++);
            if (c == '\n' || (c == '\r' && (offset == text.length() || text.charAt(offset) != '\n'))) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return this;
    }

    int line() {
        return line;
    }

    /** In code points, from 1. */
    int column() {
        return column;
    }
}
