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
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Computes Azure ML's hash of every piece of code while the files pass by, so that most of them are read only once. The hash takes the files
 * one after the other, and they come in about that order: what comes early waits, and what is too large to wait is read again.
 */
final class UploadHashes {
    private static final long MOST_WAITING = 16L << 20;
    private static final int PIECE = 64 * 1024;

    /** What waits takes whole steps of memory, so that it can be used again: the system has to find and clear all that is new. */
    private static final int STEP = 16 * 1024;

    private static final int MOST_SPARE = 16;

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
     * @param content has its content, until this returns
     * @param length how many bytes it has
     * @throws IOException when another file cannot be read, whose turn it now is
     */
    void add(TreeEntry file, byte[] content, int length) throws IOException {
        for (Link link : links.getOrDefault(file.path(), List.of())) {
            link.chain().add(link.index(), content, length);
        }
    }

    /**
     * Takes a file in that is too large for memory. Otherwise like the other.
     *
     * @param file the file
     * @throws IOException when it cannot be read, or another one whose turn it now is
     */
    void addLarge(TreeEntry file) throws IOException {
        for (Link link : links.getOrDefault(file.path(), List.of())) {
            link.chain().addLarge(link.index());
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
        private final Map<Integer, Optional<ByteBuffer>> early = new HashMap<>();
        private final Deque<ByteBuffer> spare = new ArrayDeque<>();
        private int next;

        Chain(List<UploadedFile> files, CodeHash hash) {
            this.files = files;
            this.hash = hash;
        }

        synchronized void add(int index, byte[] content, int length) throws IOException {
            if (index == next) {
                hash.update(content, length);
                next++;
                catchUp();
            } else {
                early.put(index, keep(content, length));
            }
        }

        synchronized void addLarge(int index) throws IOException {
            early.put(index, Optional.empty());
            catchUp();
        }

        /** Nothing when there is no room for it, and it has to be read again. */
        private Optional<ByteBuffer> keep(byte[] content, int length) {
            if (waiting.get() + length > MOST_WAITING) {
                return Optional.empty();
            }
            ByteBuffer room = room(length);
            waiting.addAndGet(room.capacity());
            return Optional.of(room.put(content, 0, length).flip());
        }

        private ByteBuffer room(int length) {
            @Nullable ByteBuffer last = spare.pollLast();
            return last != null && last.capacity() >= length
                    ? last.clear()
                    : ByteBuffer.allocate((length / STEP + 1) * STEP);
        }

        private void catchUp() throws IOException {
            for (Optional<ByteBuffer> due = early.remove(next); due != null; due = early.remove(next)) {
                if (due.isPresent()) {
                    take(due.get());
                } else {
                    read(files.get(next).entry());
                }
                next++;
            }
        }

        private void take(ByteBuffer kept) {
            hash.update(kept);
            waiting.addAndGet(-kept.capacity());
            if (spare.size() < MOST_SPARE) {
                spare.addLast(kept);
            }
        }

        private void read(TreeEntry file) throws IOException {
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
