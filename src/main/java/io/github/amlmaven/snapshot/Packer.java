package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Reads every file once, on all processors, and keeps it compressed with all its digests. */
final class Packer implements Closeable {
    /** A file of fewer bytes is held in memory while it is worked on: one for each processor. */
    private static final int SMALL = 1 << 20;

    private final FileTree tree;
    private final Progress progress;
    private final Parallel parallel = new Parallel();
    private final List<Worker> workers = new ArrayList<>();

    /**
     * Makes room for what will be packed.
     *
     * @param tree where the files are
     * @param folder where there is room for the compressed files
     * @param progress who wants to know
     * @throws IOException when the folder cannot be written to
     */
    Packer(FileTree tree, Path folder, Progress progress) throws IOException {
        this.tree = tree;
        this.progress = progress;
        try {
            for (int i = 0; i < parallel.workers(); i++) {
                workers.add(new Worker(new Deflation(folder)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * What was packed. It can be read until the packer is closed.
     *
     * @param files by path
     * @param uploads Azure ML's hash of each piece of code, 64 hex digits
     */
    record Packed(SortedMap<TreePath, PackedFile> files, Map<CodeId, String> uploads) {}

    /**
     * Packs files.
     *
     * @param entries files and links of the tree
     * @param code what is uploaded of them
     * @return all of them
     * @throws IOException when one cannot be read, or the folder not be written to
     */
    Packed pack(Collection<TreeEntry> entries, Map<CodeId, CodeListing> code) throws IOException {
        List<TreeEntry> files = ordered(entries, TreeEntry::path);
        Map<TreePath, Facts> facts = facts(files);
        UploadHashes hashes = new UploadHashes(tree, code, file -> Objects.requireNonNull(facts.get(file.path()))
                .size());
        Map<TreePath, PackedFile> packed = new ConcurrentHashMap<>();
        AtomicLong bytes = new AtomicLong();
        parallel.each(
                files.size(),
                (item, worker) -> {
                    TreeEntry file = files.get(item);
                    Facts known = Objects.requireNonNull(facts.get(file.path()));
                    Deflated content = workers.get(worker).pack(file, known.size(), hashes);
                    packed.put(file.path(), new PackedFile(file, known.pointer(), content));
                    bytes.addAndGet(content.size());
                },
                () -> progress.report(packed.size(), files.size(), bytes.get()));
        for (Worker worker : workers) {
            worker.deflation.flush();
        }
        return new Packed(new TreeMap<>(packed), hashes.finish());
    }

    /** In the order in which Azure ML's hash takes the files of one folder. */
    static <T> List<T> ordered(Collection<T> files, Function<T, TreePath> path) {
        Comparator<Turn<T>> order =
                Comparator.comparing(Turn<T>::name, CodePointOrder.INSTANCE).thenComparing(Turn::path);
        return files.stream()
                .map(file -> Turn.of(file, path.apply(file)))
                .sorted(order)
                .map(Turn::file)
                .toList();
    }

    /** Names are turned into lower case once and not at every comparison. */
    private record Turn<T>(String name, TreePath path, T file) {
        static <T> Turn<T> of(T file, TreePath path) {
            return new Turn<>(path.value().toLowerCase(Locale.ROOT), path, file);
        }
    }

    private record Facts(long size, boolean pointer) {}

    private Map<TreePath, Facts> facts(List<TreeEntry> files) throws IOException {
        Map<TreePath, Facts> facts = new ConcurrentHashMap<>();
        parallel.each(
                files.size(),
                (item, worker) -> {
                    TreeEntry file = files.get(item);
                    if (file.isFile()) {
                        facts.put(file.path(), new Facts(tree.size(file), tree.isPointer(file)));
                    } else {
                        facts.put(file.path(), new Facts(0, false));
                    }
                },
                () -> progress.report(0, files.size(), 0));
        return facts;
    }

    @Override
    public void close() throws IOException {
        parallel.close();
        for (Worker worker : workers) {
            worker.deflation.close();
        }
    }

    /** What one thread needs. */
    private final class Worker {
        private final Deflation deflation;
        private final byte[] small = new byte[SMALL];

        Worker(Deflation deflation) {
            this.deflation = deflation;
        }

        Deflated pack(TreeEntry file, long size, UploadHashes hashes) throws IOException {
            if (!file.isFile()) {
                return deflation.add(new ByteArrayInputStream(tree.target(file).getBytes(StandardCharsets.UTF_8)));
            }
            try (InputStream in = tree.open(file)) {
                if (size >= SMALL) {
                    Deflated content = deflation.add(in);
                    hashes.addLarge(file);
                    return content;
                }
                int length = in.readNBytes(small, 0, SMALL);
                if (length != size) {
                    throw new IOException(file.path() + " has " + length + " bytes and not " + size + ", as it says.");
                }
                hashes.add(file, small, length);
                return deflation.add(small, length);
            }
        }
    }
}
