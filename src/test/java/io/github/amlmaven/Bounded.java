package io.github.amlmaven;

import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What is asked of a reader besides that it throws nothing undeclared: that it is done in time. That is time of the processor: on a machine that does
 * other things, or that stands still while its image is saved, the clock goes on.
 */
public final class Bounded {

    /** A thousand times what any input of a fuzzer takes. What waits for ever is ended by the fuzzer's own limit. */
    private static final long MOST_SECONDS = 10;

    private static final long NANOS = 1_000_000_000;

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
        long seconds = (thread.getCurrentThreadCpuTime() - start) / NANOS;
        if (seconds > MOST_SECONDS) {
            fail("took %d seconds", seconds);
        }
    }

    /**
     * Does something in a thread of its own, and fails as soon as that has taken too long: what grows with the square of a long text would go on for
     * hours.
     *
     * @param seconds many times what it takes, on a slow machine too
     * @param task what to do; whatever it throws is a fault
     * @return what comes of it
     */
    public static <T> T within(long seconds, Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "bounded");
        thread.setDaemon(true);
        thread.start();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        while (true) {
            try {
                return future.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (threads.getThreadCpuTime(thread.getId()) > seconds * NANOS) {
                    AssertionError late = new AssertionError("takes more than " + seconds + " seconds");
                    late.setStackTrace(thread.getStackTrace());
                    throw late;
                }
            }
        }
    }
}
