package io.github.amlmaven.snapshot;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does one thing to many items on all processors, in about the order of the items. */
final class Parallel implements AutoCloseable {
    private static final int SECONDS_BETWEEN_REPORTS = 2;

    private final int workers = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(workers);

    /** Who does it, one item at a time. What it does stands in this method: each one in between would be compiled anew with all of it inside. */
    @FunctionalInterface
    interface Worker {
        /**
         * Does it to one item.
         *
         * @param item which, from 0
         * @throws IOException when it cannot be done; no further item is begun then
         */
        void run(int item) throws IOException;
    }

    /**
     * How many items can be under way at once.
     *
     * @return the number of processors
     */
    int workers() {
        return workers;
    }

    /**
     * Does something to every item. When this returns, however it does, no item is under way any more.
     *
     * @param items how many there are
     * @param workers who does it: as many as can be under way at once
     * @param whileWaiting called every two seconds; throws nothing
     * @throws IOException what a worker threw, or {@link InterruptedIOException} when this thread was interrupted
     */
    void each(int items, List<? extends Worker> workers, Runnable whileWaiting) throws IOException {
        Run run = new Run(items, workers.size());
        for (Worker worker : workers) {
            threads.execute(() -> run.work(worker));
        }
        run.await(whileWaiting);
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static final class Run {
        private final int items;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch working;
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        Run(int items, int workers) {
            this.items = items;
            this.working = new CountDownLatch(workers);
        }

        void work(Worker worker) {
            try {
                for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                    worker.run(item);
                }
            } catch (IOException | RuntimeException | Error e) {
                failures.add(e);
            } finally {
                next.set(items);
                working.countDown();
            }
        }

        void await(Runnable whileWaiting) throws IOException {
            boolean interrupted = false;
            boolean finished = false;
            while (!finished) {
                try {
                    finished = working.await(SECONDS_BETWEEN_REPORTS, TimeUnit.SECONDS);
                    if (!finished) {
                        whileWaiting.run();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    next.set(items);
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
            Throwable thrown = failures.peek();
            if (thrown instanceof IOException e) {
                throw e;
            } else if (thrown instanceof RuntimeException e) {
                throw e;
            } else if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
