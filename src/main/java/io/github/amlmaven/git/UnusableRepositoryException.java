package io.github.amlmaven.git;

/**
 * A repository that nothing can be captured from, or that would be misread. The message is one sentence that names the case, and one that
 * says what mends it.
 */
public final class UnusableRepositoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableRepositoryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnusableRepositoryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Which case it is.
     *
     * @return the case
     */
    public Reason reason() {
        return reason;
    }

    /** Why a repository cannot be used. */
    public enum Reason {
        /** The folder is in no repository, or in one whose files are damaged. */
        NO_REPOSITORY,
        /** The repository has no working copy. */
        BARE,
        /** Nothing was ever committed. */
        NO_COMMIT,
        /** Another user owns it, and {@code safe.directory} does not list it. */
        FOREIGN_OWNER,
        /** A configuration file of git cannot be parsed. */
        BAD_CONFIGURATION,
        /** Objects are named by SHA-256. */
        SHA256,
        /** References are kept in a reftable. */
        REFTABLE,
        /** A format or an extension that is not known here. */
        UNKNOWN_FORMAT,
        /** The index leaves out whole folders. */
        SPARSE_INDEX,
        /** The index is spread over two files. */
        SPLIT_INDEX,
        /** An index of an unknown version or with an unknown mandatory extension, or a damaged one. */
        UNKNOWN_INDEX,
        /** A branch that cannot be made. */
        UNUSABLE_BRANCH,
        /** Nobody who could be the author of a commit. */
        NO_IDENTITY
    }
}
