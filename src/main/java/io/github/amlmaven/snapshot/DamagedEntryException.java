package io.github.amlmaven.snapshot;

import java.io.IOException;

/** An entry whose compressed content is no such thing. */
final class DamagedEntryException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String entry;
    private final String reason;

    DamagedEntryException(String entry, IOException cause) {
        super(entry + ": " + cause.getMessage(), cause);
        this.entry = entry;
        this.reason = "Its compressed content is damaged: " + cause.getMessage() + ".";
    }

    String reason() {
        return reason;
    }

    String entry() {
        return entry;
    }
}
