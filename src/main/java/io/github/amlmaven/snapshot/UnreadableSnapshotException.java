package io.github.amlmaven.snapshot;

/** A file that is no snapshot, or one of a format that is newer than this code. The message is one sentence for the user. */
public final class UnreadableSnapshotException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    private UnreadableSnapshotException(String message, boolean newer) {
        super(message);
        this.newer = newer;
    }

    UnreadableSnapshotException(String message) {
        this(message, false);
    }

    UnreadableSnapshotException(String message, Throwable cause) {
        super(message, cause);
        this.newer = false;
    }

    static UnreadableSnapshotException newer(String message) {
        return new UnreadableSnapshotException(message, true);
    }

    /** The message, which every one has. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /**
     * Whether a newer version of the plugin can read it: then nothing else can be said of it.
     *
     * @return false when it is damaged, or something else
     */
    public boolean isNewer() {
        return newer;
    }
}
