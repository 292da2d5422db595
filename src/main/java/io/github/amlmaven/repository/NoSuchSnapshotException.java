package io.github.amlmaven.repository;

/** There is no such snapshot in the repositories that Maven knows. The message says what there is instead, and what to do. */
public final class NoSuchSnapshotException extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchSnapshotException(String message) {
        super(message);
    }
}
