package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeHash;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * Computes Azure ML's hash of every piece of code while the files pass by, so that most of them are read only once. The hash takes the files
 * one after the other, and they come in about that order: what comes early waits, and what is too large to wait is read again.
 */
final class UploadHashes {
    private static final long MOST_WAITING = 16L << 20;
    private static final int PIECE = 64 * 1024;

    private final FileTree tree;
    private final SortedMap<CodeId, Chain> chains = new TreeMap<>();
    private final Map<TreePath, List<Link>> links = new HashMap<>();
    private final AtomicLong waiting = new AtomicLong();

    private record Link(Chain chain, int index) {}

    /**
     * Begins every hash.
     *
     * @param tree where the files are
     * @param code what is uploaded
     * @param size how many bytes a file has
     */
    UploadHashes(FileTree tree, Map<CodeId, CodeListing> code, ToLongFunction<TreeEntry> size) {
        this.tree = tree;
        code.forEach((id, listing) -> {
            List<UploadedFile> files = CodeHash.order(listing);
            Chain chain = new Chain(files, new CodeHash(files, size));
            chains.put(id, chain);
            for (int i = 0; i < files.size(); i++) {
                links.computeIfAbsent(files.get(i).entry().path(), path -> new ArrayList<>())
                        .add(new Link(chain, i));
            }
        });
    }

    /**
     * Takes a file in. Each file comes once; several threads may bring some.
     *
     * @param file the file
     * @param content its content, not changed afterwards; nothing when it is large
     * @throws IOException when a large file cannot be read
     */
    void add(TreeEntry file, Optional<byte[]> content) throws IOException {
        for (Link link : links.getOrDefault(file.path(), List.of())) {
            link.chain().add(link.index(), content);
        }
    }

    /**
     * The hashes, when every file was added.
     *
     * @return 64 lower-case hex digits for each piece of code
     */
    Map<CodeId, String> finish() {
        Map<CodeId, String> hashes = new HashMap<>();
        chains.forEach((id, chain) -> hashes.put(id, chain.finish()));
        return hashes;
    }

    private final class Chain {
        private final List<UploadedFile> files;
        private final CodeHash hash;
        private final Map<Integer, Optional<byte[]>> early = new HashMap<>();
        private int next;

        Chain(List<UploadedFile> files, CodeHash hash) {
            this.files = files;
            this.hash = hash;
        }

        synchronized void add(int index, Optional<byte[]> content) throws IOException {
            if (index != next) {
                early.put(index, content.filter(this::mayWait));
                return;
            }
            feed(files.get(next).entry(), content);
            next++;
            for (Optional<byte[]> due = early.remove(next); due != null; due = early.remove(next)) {
                feed(files.get(next).entry(), due);
                due.ifPresent(bytes -> waiting.addAndGet(-bytes.length));
                next++;
            }
        }

        private boolean mayWait(byte[] content) {
            boolean room = waiting.addAndGet(content.length) <= MOST_WAITING;
            if (!room) {
                waiting.addAndGet(-content.length);
            }
            return room;
        }

        private void feed(TreeEntry file, Optional<byte[]> content) throws IOException {
            if (content.isPresent()) {
                hash.update(content.get(), content.get().length);
                return;
            }
            byte[] piece = new byte[PIECE];
            try (InputStream in = tree.open(file)) {
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    hash.update(piece, length);
                }
            }
        }

        synchronized String finish() {
            return hash.finish();
        }
    }
}
