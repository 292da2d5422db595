package io.github.amlmaven.document;

import java.util.regex.Pattern;

/** A file that is no YAML or JSON document, or not one that can be read safely. The message is one sentence for the user. */
public final class UnreadableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What could break a line, or move the cursor of a terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final transient Location location;
    private final String sentence;

    /**
     * Says what is wrong and where.
     *
     * @param location where it is wrong
     * @param message what is wrong, in one sentence, without the place; control characters are replaced
     */
    public UnreadableDocumentException(Location location, String message) {
        super(message);
        this.location = location;
        this.sentence = CONTROL.matcher(message).replaceAll("\uFFFD");
    }

    /** A key that would hide an earlier one. */
    static UnreadableDocumentException duplicateKey(Location location, String key, int firstLine, int firstColumn) {
        return new UnreadableDocumentException(
                location, "the key " + key + " is there already, at line " + firstLine + ", column " + firstColumn);
    }

    /**
     * Where it is wrong.
     *
     * @return file, line and column
     */
    public Location location() {
        return location;
    }

    /** What is wrong, in one sentence, without the place. */
    @Override
    public String getMessage() {
        return sentence;
    }
}
