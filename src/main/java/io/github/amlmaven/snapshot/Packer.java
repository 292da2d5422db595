package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeHash;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.definition.CodeId;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reads every file once, on all processors, and keeps it compressed with all its digests. */
final class Packer implements Closeable {
    /** A file of fewer bytes is held in memory while it is worked on: one for each processor. */
    private static final int SMALL = 1 << 20;

    private final FileTree tree;
    private final Progress progress;
    private final Parallel parallel = new Parallel();
    private final List<Deflation> deflations = new ArrayList<>();

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
                deflations.add(new Deflation(folder));
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
        List<TreeEntry> files = CodeHash.ordered(entries, entry -> entry.path().value());
        FileTree.Facts[] facts = facts(files);
        UploadHashes hashes = new UploadHashes(tree, code, sizes(files, facts));
        PackedFile[] packed = new PackedFile[files.size()];
        Tally tally = new Tally(packed.length, progress);
        List<Worker> workers = new ArrayList<>();
        for (Deflation deflation : deflations) {
            workers.add(new Worker(deflation, files, facts, hashes, packed, tally));
        }
        parallel.each(packed.length, workers, tally::report);
        for (Deflation deflation : deflations) {
            deflation.flush();
        }
        SortedMap<TreePath, PackedFile> sorted = new TreeMap<>();
        for (PackedFile file : packed) {
            sorted.put(file.entry().path(), file);
        }
        return new Packed(sorted, hashes.finish());
    }

    private FileTree.Facts[] facts(List<TreeEntry> files) throws IOException {
        FileTree.Facts[] facts = new FileTree.Facts[files.size()];
        Parallel.Worker look = item -> {
            TreeEntry file = files.get(item);
            facts[item] = file.isFile() ? tree.facts(file) : new FileTree.Facts(0, false);
        };
        parallel.each(
                facts.length, Collections.nCopies(parallel.workers(), look), () -> progress.report(0, facts.length, 0));
        return facts;
    }

    private static ToLongFunction<TreeEntry> sizes(List<TreeEntry> files, FileTree.Facts[] facts) {
        Map<TreePath, Long> sizes = new HashMap<>();
        for (int i = 0; i < facts.length; i++) {
            sizes.put(files.get(i).path(), facts[i].size());
        }
        return file -> Objects.requireNonNull(sizes.get(file.path()));
    }

    @Override
    public void close() throws IOException {
        parallel.close();
        for (Deflation deflation : deflations) {
            deflation.close();
        }
    }

    /** What one thread needs. */
    private final class Worker implements Parallel.Worker {
        private final Deflation deflation;
        private final List<TreeEntry> files;
        private final FileTree.Facts[] facts;
        private final UploadHashes hashes;
        private final PackedFile[] packed;
        private final Tally tally;
        private final byte[] small = new byte[SMALL];

        Worker(
                Deflation deflation,
                List<TreeEntry> files,
                FileTree.Facts[] facts,
                UploadHashes hashes,
                PackedFile[] packed,
                Tally tally) {
            this.deflation = deflation;
            this.files = files;
            this.facts = facts;
            this.hashes = hashes;
            this.packed = packed;
            this.tally = tally;
        }

        @Override
        public void run(int index) throws IOException {
            Deflated content = content(files.get(index), facts[index].size());
            packed[index] = new PackedFile(files.get(index), facts[index].isPointer(), content);
            tally.add(content.size());
        }

        private Deflated content(TreeEntry file, long size) throws IOException {
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
