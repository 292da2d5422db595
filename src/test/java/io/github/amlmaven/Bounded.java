package io.github.amlmaven;

import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a fuzzer asks of a reader besides that it throws nothing undeclared. */
public final class Bounded {

    /**
     * A thousand times what any input of a fuzzer takes. It is time of the processor: on a machine that does other things, or that stands still
     * while its image is saved, the clock goes on. What waits for ever is ended by the fuzzer's own limit.
     */
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
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        reading.run();
        long seconds = (thread.getCurrentThreadCpuTime() - start) / 1_000_000_000;
        if (seconds > MOST_SECONDS) {
            fail("took %d seconds", seconds);
        }
    }
}
