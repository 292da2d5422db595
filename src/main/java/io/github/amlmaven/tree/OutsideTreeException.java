package io.github.amlmaven.tree;

/** A reference that is absolute or leaves its tree. */
public final class OutsideTreeException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says which.
     *
     * @param reference the reference as written
     */
    public OutsideTreeException(String reference) {
        super("'" + reference + "' leaves the repository");
    }
}
