package io.github.amlmaven.publish;

import java.util.List;

/** A snapshot that cannot be published as it is; nothing has been written. The message names every reason. */
public final class UnpublishableException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Collects the reasons.
     *
     * @param problems each with its place and what mends it
     */
    UnpublishableException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
