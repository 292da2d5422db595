package io.github.amlmaven.git;

import java.io.IOException;

/** An object that the commit needs and this clone does not have. The message names it and the command that fetches it. */
public final class ObjectMissingException extends IOException {
    private static final long serialVersionUID = 1L;

    ObjectMissingException(String message) {
        super(message);
    }
}
