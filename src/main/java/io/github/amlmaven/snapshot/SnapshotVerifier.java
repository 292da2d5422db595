package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Finds out whether a file is a snapshot and whole. A file that anyone may have made is taken at its word in nothing: what it holds is bounded
 * before it is read, and everything that it says of itself is computed anew. Nothing is written.
 */
public final class SnapshotVerifier {
    /** What a definition of the longest source becomes; it is held in memory. */
    private static final long LONGEST_DEFINITION = 256L << 20;

    /** What is held in memory must not be much more than what somebody had to send: text of this length and more inflates to so much at most. */
    private static final long LONG_TEXT = 1 << 20;

    private static final long MOST_RATIO_OF_A_MANIFEST = 32;
    private static final long MOST_RATIO_OF_A_DEFINITION = 100;

    private static final long LONGEST_LINK = 1 << 16;

    /** Deflate cannot do more: 258 bytes for 2 bits. */
    private static final long MOST_RATIO = 1032;

    /** What much larger zips would have to inflate to before anybody believes them. */
    private static final long LARGE = 1L << 30;

    private static final long MOST_RATIO_WHEN_LARGE = 200;

    private final FileChannel zip;
    private final Flaws flaws = new Flaws();
    private final Map<String, ZipItem> items = new HashMap<>();
    private final Inflation inflation;
    private boolean newer;

    private SnapshotVerifier(FileChannel zip) {
        this.zip = zip;
        this.inflation = new Inflation(zip);
    }

    /**
     * Verifies everything but the contents of the files: the structure of the zip, the manifest, the definitions and all digests.
     *
     * @param file the zip
     * @return the snapshot, to be closed, when all of that is sound
     * @throws IOException when the file cannot be read
     */
    public static Verification<SealedSnapshot> open(Path file) throws IOException {
        return open(FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Verifies everything but the contents of the files, as {@link #open(Path)} does, of a file that is open: what somebody else has verified of it
     * holds for what is read.
     *
     * @param zip the zip, which belongs to the snapshot from now on, and is closed when that is refused or cannot be read
     * @return the snapshot, to be closed, when all of that is sound
     * @throws IOException when the file cannot be read
     */
    public static Verification<SealedSnapshot> open(FileChannel zip) throws IOException {
        Verification<SealedSnapshot> result = new Verification.Refused<>(List.of(), false);
        try {
            result = new SnapshotVerifier(zip).verify();
            return result;
        } finally {
            if (result instanceof Verification.Refused) {
                zip.close();
            }
        }
    }

    private Verification<SealedSnapshot> verify() throws IOException {
        try (inflation) {
            List<ZipItem> entries = ZipLayout.read(zip, flaws);
            entries.forEach(item -> items.putIfAbsent(item.name(), item));
            Optional<Manifest> manifest = manifest();
            if (manifest.isPresent() && flaws.isEmpty()) {
                checkSizes(entries);
                checkEntries(manifest.get());
            }
            if (manifest.isPresent() && flaws.isEmpty()) {
                FileTree tree = new SourceTree(manifest.get().files(), this::open);
                checkLinks(manifest.get(), tree);
                SortedMap<CodeId, CodeListing> code = digests(manifest.get(), tree);
                if (flaws.isEmpty()) {
                    return new Verification.Sound<>(
                            new SealedSnapshot(zip, manifest.get(), Map.copyOf(items), tree, code));
                }
            }
        } catch (DamagedEntryException e) {
            flaws.add(e.entry(), e.reason());
        }
        return new Verification.Refused<>(flaws.list(), newer);
    }

    /** A newer format may be another zip, too: then nothing else is said of it. */
    private Optional<Manifest> manifest() throws IOException {
        ZipItem item = items.get(SnapshotWriter.MANIFEST);
        if (item == null && items.isEmpty() && !flaws.isEmpty()) {
            return Optional.empty();
        } else if (item == null) {
            return refused("It is no snapshot: it has no " + SnapshotWriter.MANIFEST + ".");
        } else if (item.size() < 0 || item.size() > ManifestJson.LONGEST || isBomb(item, MOST_RATIO_OF_A_MANIFEST)) {
            return refused("Its manifest cannot have " + item.size() + " bytes.");
        } else if (item.offset() > zip.size() - ZipForm.localLength(item) - item.compressedSize()) {
            return Optional.empty(); // it lies where there is no file, which was told
        }
        Optional<byte[]> content = inflation.content(item, flaws);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            Manifest manifest = ManifestJson.readExact(content.get(), flaws);
            ManifestRules.check(manifest, flaws);
            return Optional.of(manifest);
        } catch (UnreadableSnapshotException e) {
            if (e.isNewer()) {
                newer = true;
                return refused(e.reason());
            }
            flaws.add(SnapshotWriter.MANIFEST, e.reason());
            return Optional.empty();
        }
    }

    /** For what makes everything else that was found beside the point. */
    private Optional<Manifest> refused(String only) {
        flaws.replace(only);
        return Optional.empty();
    }

    private static boolean isBomb(ZipItem item, long mostRatio) {
        return item.size() > LONG_TEXT && item.size() / mostRatio > item.compressedSize();
    }

    private static boolean isBeyondDeflate(ZipItem item) {
        return item.size() > (item.compressedSize() + 1) * MOST_RATIO;
    }

    private void checkSizes(List<ZipItem> entries) throws IOException {
        long total = 0;
        for (ZipItem item : entries) {
            boolean isDefinition = !item.name().startsWith(SnapshotWriter.SOURCE)
                    && !item.name().equals(SnapshotWriter.MANIFEST);
            if (isBeyondDeflate(item)) {
                flaws.add(
                        item.name(),
                        "Its " + item.compressedSize() + " bytes cannot inflate to the " + item.size()
                                + " that it says.");
            } else if (isDefinition && (item.size() > LONGEST_DEFINITION || isBomb(item, MOST_RATIO_OF_A_DEFINITION))) {
                flaws.add(item.name(), "No definition has " + item.size() + " bytes in " + item.compressedSize() + ".");
            }
            total += item.size();
        }
        if (total > LARGE && total / MOST_RATIO_WHEN_LARGE > zip.size()) {
            flaws.add("Its " + zip.size() + " bytes would inflate to " + total + ".");
        }
    }

    private void checkEntries(Manifest manifest) {
        Set<String> listed = new HashSet<>(Set.of(SnapshotWriter.MANIFEST));
        int date = ZipForm.date(ZipWriter.day(manifest.git().committedAt()));
        for (Manifest.AssetEntry asset : manifest.assets()) {
            listed.add(asset.file());
            checkEntry(asset.file(), TreeEntry.Kind.FILE);
        }
        for (Manifest.FileEntry file : manifest.files()) {
            String name = SnapshotWriter.SOURCE + file.path();
            listed.add(name);
            checkEntry(name, file.mode());
            ZipItem item = items.get(name);
            if (item != null && item.size() != file.size()) {
                flaws.add(name, "It has " + item.size() + " bytes, and the manifest says " + file.size() + ".");
            }
            if (file.mode() == TreeEntry.Kind.LINK && file.size() > LONGEST_LINK) {
                flaws.add(name, "No link has " + file.size() + " bytes.");
            }
        }
        for (ZipItem item : items.values()) {
            if (!listed.contains(item.name())) {
                flaws.add(item.name(), "The manifest does not list it.");
            }
            if (item.date() != date) {
                flaws.add(item.name(), "Its date is not that of the commit.");
            }
        }
        checkEntry(SnapshotWriter.MANIFEST, TreeEntry.Kind.FILE);
    }

    private void checkEntry(String name, TreeEntry.Kind kind) {
        ZipItem item = items.get(name);
        if (item == null) {
            flaws.add(name, "The manifest lists it, and it is not there.");
        } else if (item.kind() != kind) {
            flaws.add(name, "Its mode is " + item.kind().mode() + ", and has to be " + kind.mode() + ".");
        }
    }

    private void checkLinks(Manifest manifest, FileTree tree) throws IOException {
        LinkTargets links = new LinkTargets(path -> {
            Optional<TreeEntry> link = tree.find(path).filter(entry -> entry.kind() == TreeEntry.Kind.LINK);
            return link.isPresent() ? Optional.of(tree.target(link.get())) : Optional.empty();
        });
        for (Manifest.FileEntry file : manifest.files()) {
            if (file.mode() == TreeEntry.Kind.LINK) {
                links.unsafe(file.path()).ifPresent(reason -> flaws.add(SnapshotWriter.SOURCE + file.path(), reason));
            }
        }
    }

    private SortedMap<CodeId, CodeListing> digests(Manifest manifest, FileTree tree) throws IOException {
        return new DigestCheck(
                        manifest,
                        tree,
                        entry -> {
                            ZipItem item = items.get(entry);
                            return item == null ? Optional.empty() : inflation.content(item, flaws);
                        },
                        flaws)
                .check();
    }

    private EntryStream open(TreeEntry file) {
        return new EntryStream(zip, Objects.requireNonNull(items.get(SnapshotWriter.SOURCE + file.path())));
    }
}
