package io.github.amlmaven;

import static org.assertj.core.api.Assertions.fail;

/** What a fuzzer asks of a reader besides that it throws nothing undeclared. */
public final class Bounded {

    /** A thousand times what any input of a fuzzer takes, on a machine that does other things, too. */
    private static final long MOST_SECONDS = 10;

    private Bounded() {}

    /** Reads something. */
    @FunctionalInterface
    public interface Reading {
        /** Reads; whatever it throws is a fault. */
        void run() throws Exception;
    }

    /** Reads, and fails when that takes too long. */
    public static void run(Reading reading) throws Exception {
        long start = System.nanoTime();
        reading.run();
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        if (seconds > MOST_SECONDS) {
            fail("took %d seconds", seconds);
        }
    }
}
