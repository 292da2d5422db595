package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeHash;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Inflates every file of a snapshot once, on all processors, and holds it against all that the manifest says of it. */
final class ContentCheck {
    /** A file of fewer bytes is held in memory while it is worked on: one for each processor. */
    private static final int SMALL = 1 << 20;

    /** How the pointer of a file in Git LFS can begin (docs/spec.md of git-lfs); the first is what is written since 2013. */
    private static final List<String> POINTERS = List.of(
            "https://git-lfs.github.com/spec/v1", "https://hawser.github.com/spec/v1", "http://git-media.io/v/2");

    private final FileChannel zip;
    private final Manifest manifest;
    private final Map<String, ZipItem> items;
    private final FileTree tree;
    private final Map<CodeId, CodeListing> code;

    ContentCheck(
            FileChannel zip,
            Manifest manifest,
            Map<String, ZipItem> items,
            FileTree tree,
            Map<CodeId, CodeListing> code) {
        this.zip = zip;
        this.manifest = manifest;
        this.items = items;
        this.tree = tree;
        this.code = code;
    }

    /**
     * Checks them.
     *
     * @param quarantine where they go meanwhile
     * @param progress hears how far it is when it takes long
     * @return what is wrong
     * @throws IOException when the zip cannot be read, or the quarantine not be written to
     */
    List<Flaw> check(Quarantine quarantine, Progress progress) throws IOException {
        Flaws flaws = new Flaws();
        List<Manifest.FileEntry> files =
                CodeHash.ordered(manifest.files(), file -> file.path().value());
        UploadHashes hashes = new UploadHashes(tree, code, this::size);
        Tally tally = new Tally(files.size(), progress);
        List<Worker> workers = new ArrayList<>();
        try (Parallel parallel = new Parallel()) {
            for (int i = 0; i < parallel.workers(); i++) {
                workers.add(new Worker(files, hashes, quarantine, flaws, tally));
            }
            parallel.each(files.size(), workers, tally::report);
        } finally {
            workers.forEach(Worker::close);
        }
        if (flaws.isEmpty()) {
            Map<CodeId, String> uploads = hashes.finish();
            for (Manifest.CodeEntry one : manifest.code()) {
                String hash = uploads.get(one.id());
                if (!one.amlHash().equals(hash)) {
                    flaws.add(
                            SnapshotWriter.MANIFEST,
                            "Azure ML's hash of the code " + one.id() + " is " + hash + ", and the manifest says "
                                    + one.amlHash() + ".");
                }
            }
        }
        return flaws.list();
    }

    private static TreeEntry entry(Manifest.FileEntry file) {
        return new TreeEntry(file.path(), file.mode(), Optional.of(file.blob()));
    }

    private long size(TreeEntry file) {
        return item(file).size();
    }

    private ZipItem item(TreeEntry file) {
        return Objects.requireNonNull(items.get(SnapshotWriter.SOURCE + file.path()));
    }

    /** What one thread needs. */
    private final class Worker implements Parallel.Worker, AutoCloseable {
        private final Inflation inflation = new Inflation(zip);
        private final MessageDigest sha256 = Sha256.create();
        private final MessageDigest sha1 = sha1();
        private final byte[] small = new byte[SMALL];
        private final List<Manifest.FileEntry> files;
        private final UploadHashes hashes;
        private final Quarantine quarantine;
        private final Flaws flaws;
        private final Tally tally;
        private int length;

        Worker(List<Manifest.FileEntry> files, UploadHashes hashes, Quarantine quarantine, Flaws flaws, Tally tally) {
            this.files = files;
            this.hashes = hashes;
            this.quarantine = quarantine;
            this.flaws = flaws;
            this.tally = tally;
        }

        @Override
        public void run(int index) throws IOException {
            Manifest.FileEntry file = files.get(index);
            TreeEntry entry = entry(file);
            ZipItem item = item(entry);
            boolean isSmall = item.size() < SMALL;
            sha1.update(("blob " + item.size() + "\0").getBytes(StandardCharsets.US_ASCII));
            Optional<String> wrong;
            if (isSmall) {
                length = 0;
                wrong = inflation.inflate(item, (bytes, count) -> {
                    System.arraycopy(bytes, 0, small, length, count);
                    length += count;
                });
                sha256.update(small, 0, length);
                sha1.update(small, 0, length);
            } else {
                wrong = inflateLarge(file, item);
            }
            wrong = firstWrong(file, wrong);
            if (wrong.isPresent()) {
                flaws.add(item.name(), wrong.get());
            } else if (isSmall) {
                try (OutputStream out = quarantine.take(file)) {
                    out.write(small, 0, length);
                }
                hashes.add(entry, small, length);
            } else {
                hashes.addLarge(entry);
            }
            tally.add(item.size());
        }

        private Optional<String> inflateLarge(Manifest.FileEntry file, ZipItem item) throws IOException {
            try (OutputStream out = quarantine.take(file)) {
                return inflation.inflate(item, (bytes, count) -> {
                    sha256.update(bytes, 0, count);
                    sha1.update(bytes, 0, count);
                    out.write(bytes, 0, count);
                });
            }
        }

        private Optional<String> firstWrong(Manifest.FileEntry file, Optional<String> wrong) {
            String content = Sha256.hex(sha256);
            String blob = HexFormat.of().formatHex(sha1.digest());
            if (wrong.isPresent()) {
                return wrong;
            } else if (!content.equals(file.sha256())) {
                return Optional.of("Its SHA-256 is " + content + ", and the manifest says " + file.sha256() + ".");
            } else if (file.lfs() ? !isPointer(file) : !blob.equals(file.blob())) {
                return Optional.of("Its git object is " + (file.lfs() ? "not the pointer" : blob)
                        + ", and the manifest says " + file.blob() + ".");
            }
            return Optional.empty();
        }

        private boolean isPointer(Manifest.FileEntry file) {
            String body = "\noid sha256:" + file.sha256() + "\nsize " + file.size() + "\n";
            return POINTERS.stream()
                    .map(version -> "version " + version + body)
                    .flatMap(text -> List.of(text, text.strip()).stream())
                    .anyMatch(text -> blob(text).equals(file.blob()));
        }

        private String blob(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha1.digest(bytes));
        }

        @Override
        public void close() {
            inflation.close();
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
