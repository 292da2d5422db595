package io.github.amlmaven.git;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The objects that deltas were applied to, so that the next delta finds its base inflated. Those that were not asked for the longest go first
 * when there are too many. Safe for several threads.
 */
final class DeltaBases {
    /** What git spends on it ({@code core.deltaBaseCacheLimit}). */
    private static final long MOST = 96L << 20;

    private static final int SHARE_OF_HEAP = 8;

    private final Map<Key, Base> bases = new LinkedHashMap<>(64, 0.75f, true);
    private final long limit;
    private long total;

    /**
     * An object.
     *
     * @param type what it is, as {@link org.eclipse.jgit.lib.Constants} counts types
     * @param content its bytes, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Base(int type, byte[] content) {}

    private record Key(OpenPack pack, long offset) {}

    /** Keeps so many bytes at most. */
    DeltaBases(long limit) {
        this.limit = limit;
    }

    /**
     * As many as this process can afford.
     *
     * @return an empty memory
     */
    static DeltaBases forThisHeap() {
        return new DeltaBases(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    synchronized Optional<Base> find(OpenPack pack, long offset) {
        return Optional.ofNullable(bases.get(new Key(pack, offset)));
    }

    synchronized void keep(OpenPack pack, long offset, Base base) {
        if (bases.putIfAbsent(new Key(pack, offset), base) != null) {
            return;
        }
        total += base.content().length;
        Iterator<Base> eldest = bases.values().iterator();
        while (total > limit && eldest.hasNext()) {
            total -= eldest.next().content().length;
            eldest.remove();
        }
    }
}
