package io.github.amlmaven.git;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A folder of the index whose tree object git already knows: the index's {@code TREE} extension, see gitformat-index(5). Where it is the tree
 * that is committed, nothing is staged below.
 *
 * @param id the tree object; nothing when something was staged below since
 * @param folders the folders in it that are known too
 */
record CachedTree(Optional<ObjectId> id, Map<String, CachedTree> folders) {
    static final CachedTree NONE = new CachedTree(Optional.empty(), Map.of());

    private static final int DEEPEST = 1000;

    /** Reads the extension from where the buffer is. */
    static CachedTree read(ByteBuffer in) {
        return read(in, 0);
    }

    private static CachedTree read(ByteBuffer in, int depth) {
        if (depth == 0) {
            until(in, (byte) 0);
        }
        int entries = Integer.parseInt(until(in, (byte) ' '));
        int below = Integer.parseInt(until(in, (byte) '\n'));
        Optional<ObjectId> id = Optional.empty();
        if (entries >= 0) {
            byte[] raw = new byte[20];
            in.get(raw);
            id = Optional.of(ObjectId.fromRaw(raw));
        }
        if (depth > DEEPEST || below < 0) {
            throw new IllegalArgumentException("a cached tree of depth " + depth);
        }
        Map<String, CachedTree> folders = new HashMap<>();
        for (int i = 0; i < below; i++) {
            folders.put(until(in, (byte) 0), read(in, depth + 1));
        }
        return new CachedTree(id, folders);
    }

    private static String until(ByteBuffer in, byte end) {
        int start = in.position();
        while (in.get() != end) {
            // The next byte.
        }
        byte[] raw = new byte[in.position() - 1 - start];
        in.get(start, raw);
        return end == 0 ? PathText.decode(raw) : new String(raw, StandardCharsets.US_ASCII);
    }
}
