package io.github.amlmaven.snapshot;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where the files of a snapshot go while they are verified, so that each is inflated once. What is in it must not be used before it comes
 * back inside a {@link VerifiedSnapshot}. Safe for several threads.
 */
@FunctionalInterface
public interface Quarantine {

    /** Keeps nothing. */
    Quarantine NOWHERE = file -> OutputStream.nullOutputStream();

    /**
     * Takes a file in.
     *
     * @param file which; asked for once
     * @return where its bytes are written, and a link's text; closed when they all were
     * @throws IOException when there is no room for it
     */
    OutputStream take(Manifest.FileEntry file) throws IOException;
}
