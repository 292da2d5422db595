package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks for secrets in many files, on as many threads as there are processors; each has one buffer, whatever it reads. */
final class FilesScan {
    private final FileTree tree;
    private final SecretMemory memory;

    FilesScan(FileTree tree, SecretMemory memory) {
        this.tree = tree;
        this.memory = memory;
    }

    List<Subject.Secret> scan(Collection<TreeEntry> entries) throws IOException {
        Queue<TreeEntry> files = new ConcurrentLinkedQueue<>(entries.stream()
                .filter(TreeEntry::isFile)
                .filter(file -> file.object().filter(memory::isClean).isEmpty())
                .toList());
        int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        return threads < 2 ? work(files) : share(files, threads);
    }

    private List<Subject.Secret> share(Queue<TreeEntry> files, int threads) throws IOException {
        List<Subject.Secret> secrets = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Callable<List<Subject.Secret>> work = () -> work(files);
            List<Future<List<Subject.Secret>>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(workers.submit(work));
            }
            for (Future<List<Subject.Secret>> result : results) {
                secrets.addAll(result.get());
            }
            return secrets;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("Looking for secrets failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while looking for secrets", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Subject.Secret> work(Queue<TreeEntry> files) throws IOException {
        FileScan scan = new FileScan(tree);
        List<Subject.Secret> secrets = new ArrayList<>();
        for (TreeEntry file = files.poll(); file != null; file = files.poll()) {
            List<Sighting> sightings = scan.scan(file);
            if (sightings.isEmpty()) {
                file.object().ifPresent(memory::remember);
            }
            for (Sighting sighting : sightings) {
                secrets.add(sighting.in(file.path()));
            }
        }
        return secrets;
    }
}
