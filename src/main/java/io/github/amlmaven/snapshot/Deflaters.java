package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Chooses how hard to try on a content. A long one gets less time for each byte than a short one, and what would not shrink gets none: it
 * becomes blocks of deflate that are stored. The choice depends on the first bytes of the content alone. For one thread.
 */
final class Deflaters implements Closeable {
    private static final int LONG = 32 * 1024;
    private static final int SAMPLES = 2048;
    private static final int BYTES = 256;

    /** Bytes of pure chance have 100 percent of the pairs that one expects of them; text has fifteen times as many. */
    private static final int MOST_PAIRS = 110;

    private final Deflater forShort = new Deflater(5, true);
    private final Deflater forLong = new Deflater(4, true);
    private final Deflater stored = new Deflater(Deflater.NO_COMPRESSION, true);
    private final int[] counts = new int[BYTES];

    /**
     * The deflater for a content, ready to begin.
     *
     * @param first begins with its first bytes, or all of them
     * @param length how many they are
     * @return a deflater without input
     */
    Deflater forContent(byte[] first, int length) {
        Deflater deflater = isChance(first, length) ? stored : length < LONG ? forShort : forLong;
        deflater.reset();
        return deflater;
    }

    /**
     * Whether the bytes are as evenly spread as those of compressed or encrypted content, by samples from all of them: the head of a program
     * or of a model is often even, and the rest is not.
     */
    private boolean isChance(byte[] bytes, int length) {
        if (length < 2 * SAMPLES) {
            return false;
        }
        Arrays.fill(counts, 0);
        // Odd, so that every byte of a number has its turn.
        int step = (length / SAMPLES) | 1;
        long samples = 0;
        for (int i = 0; i < length; i += step) {
            counts[bytes[i] & 0xFF]++;
            samples++;
        }
        long pairs = 0;
        for (int count : counts) {
            pairs += (long) count * (count - 1);
        }
        return pairs * BYTES * 100 <= samples * (samples - 1) * MOST_PAIRS;
    }

    @Override
    public void close() {
        forShort.end();
        forLong.end();
        stored.end();
    }
}
