package io.github.amlmaven.git;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Work on several threads, of which each part may bring more. */
final class Steps {
    private final Executor threads;
    private final AtomicInteger pending = new AtomicInteger();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** A part of the work. */
    interface Step {
        /** Does it. */
        void run() throws IOException;
    }

    Steps(Executor threads) {
        this.threads = threads;
    }

    void submit(Step step) {
        pending.incrementAndGet();
        threads.execute(() -> {
            try {
                if (!done.isDone()) {
                    step.run();
                }
                if (pending.decrementAndGet() == 0) {
                    done.complete(null);
                }
            } catch (Throwable e) { // whatever it is, nobody must wait for a step that died: who waits gets it
                done.completeExceptionally(e);
            }
        });
    }

    /** Waits until there is no step left; there has to have been one. */
    void join() throws IOException {
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }
}
