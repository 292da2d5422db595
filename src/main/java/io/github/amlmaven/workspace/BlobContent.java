package io.github.amlmaven.workspace;

import java.io.IOException;
import java.io.InputStream;

/** Bytes to upload. */
public interface BlobContent {

    /**
     * How many there are.
     *
     * @return the number of bytes that {@link #open} gives
     */
    long size();

    /**
     * Opens them, again for every attempt.
     *
     * @return a stream that the caller closes
     * @throws IOException when they cannot be read
     */
    InputStream open() throws IOException;
}
