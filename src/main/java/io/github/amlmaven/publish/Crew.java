package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.WorkspaceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Some threads that do several things at once, and stop when one of them fails. */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;

    Crew(int hands) {
        threads = Executors.newFixedThreadPool(hands);
    }

    /** What is done. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException, WorkspaceException, InterruptedException;
    }

    /**
     * Does all of it. When one fails, none is begun any more, and those that are under way are waited for. When this thread is interrupted, so
     * are they.
     *
     * @param tasks what to do
     * @throws IOException what a task threw
     * @throws WorkspaceException what a task threw
     * @throws InterruptedException when this thread was interrupted
     */
    void all(List<? extends Task> tasks) throws IOException, WorkspaceException, InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (Task task : tasks) {
            running.add(threads.submit(() -> {
                if (!failed.get()) {
                    attempt(task, failed);
                }
                return null;
            }));
        }
        Optional<Throwable> first = Optional.empty();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                first = first.or(() -> Optional.ofNullable(e.getCause()));
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        if (first.isPresent()) {
            rethrow(first.get());
        }
    }

    private static void attempt(Task task, AtomicBoolean failed)
            throws IOException, WorkspaceException, InterruptedException {
        boolean done = false;
        try {
            task.run();
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static void rethrow(Throwable thrown) throws IOException, WorkspaceException, InterruptedException {
        if (thrown instanceof IOException e) {
            throw e;
        } else if (thrown instanceof WorkspaceException e) {
            throw e;
        } else if (thrown instanceof InterruptedException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(thrown);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
