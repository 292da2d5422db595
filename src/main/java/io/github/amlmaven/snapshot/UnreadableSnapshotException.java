package io.github.amlmaven.snapshot;

/** A file that is no snapshot, or one of a format that is newer than this code. The message is one sentence for the user. */
public final class UnreadableSnapshotException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableSnapshotException(String message) {
        super(message);
    }

    UnreadableSnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
