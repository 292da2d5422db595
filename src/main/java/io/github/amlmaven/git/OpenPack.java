package io.github.amlmaven.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackIndex;

/**
 * A pack that is being read.
 *
 * @param channel its bytes
 * @param index where its objects begin
 */
record OpenPack(FileChannel channel, PackIndex index) implements AutoCloseable {

    static OpenPack of(Pack pack) throws IOException {
        PackIndex index = pack.getIndex();
        return new OpenPack(FileChannel.open(pack.getPackFile().toPath()), index);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A pack could not be closed", e);
        }
    }

    /** There is one of each pack, and it is itself. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
