package io.github.amlmaven.workspace;

/** The service did not do what it was asked. The message is for the user; it says what was asked, what was answered, and never a secret. */
public final class WorkspaceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** The request is wrong, or the service has a rule against it; the same request will be refused again. */
        REFUSED,
        /** Who asks is not known, or may not do this. */
        DENIED,
        /** There was no answer, or only that the service is busy or broken; whether a write was done is not known. */
        UNAVAILABLE
    }

    /**
     * Says what happened.
     *
     * @param reason why
     * @param message one or two sentences
     */
    public WorkspaceException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * Says what happened.
     *
     * @param reason why
     * @param message one or two sentences
     * @param cause what it came from
     */
    public WorkspaceException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Why the service did not do it.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
