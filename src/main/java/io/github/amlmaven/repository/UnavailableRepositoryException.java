package io.github.amlmaven.repository;

import java.util.List;

/**
 * A repository that could not be asked, so that nobody knows what it has. The message names each, and why. What the Resolver threw is
 * suppressed and no cause, since Maven shows the messages of causes behind ours, with whatever their addresses hold.
 */
public final class UnavailableRepositoryException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableRepositoryException(String message, List<Exception> thrown) {
        super(message);
        thrown.forEach(this::addSuppressed);
    }
}
