package io.github.amlmaven.document;

/** A file that is no YAML or JSON document, or not one that can be read safely. The message is one sentence for the user. */
public final class UnreadableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String sentence;

    /**
     * Says what is wrong and where.
     *
     * @param location where it is wrong
     * @param message what is wrong, in one sentence, without the place
     */
    public UnreadableDocumentException(Location location, String message) {
        super(message);
        this.location = location;
        this.sentence = message;
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
