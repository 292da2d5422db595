package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A snapshot of which everything is verified but the contents of its files: so it can be told what is in it, and nothing be taken out. The
 * file stays open, so that what was verified is what is read.
 */
public final class SealedSnapshot implements Closeable {
    private static final String FILE = "snapshot:file/";

    private final FileChannel zip;
    private final Manifest manifest;
    private final Map<String, ZipItem> items;
    private final FileTree tree;
    private final Map<CodeId, CodeListing> code;

    SealedSnapshot(
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
     * What it says of itself, which is what it holds if {@link #unseal} says so, too.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /** The content of an entry, of which nothing but what is said above is verified. */
    InputStream open(String entry) throws FileNotFoundException {
        ZipItem item = items.get(entry);
        if (item == null) {
            throw new FileNotFoundException(entry);
        }
        return new EntryStream(zip, item);
    }

    /**
     * Verifies the rest: inflates every file once, and holds it against its digests.
     *
     * @param <Q> what the files are put into
     * @param quarantine where they go meanwhile; when one is damaged, others may have gone there already
     * @param progress hears how far it is when it takes long
     * @return the snapshot, when all of it is sound
     * @throws IOException when it cannot be read, or the quarantine not be written to
     */
    public <Q extends Quarantine> Verification<VerifiedSnapshot<Q>> unseal(Q quarantine, Progress progress)
            throws IOException {
        List<Flaw> flaws = new ContentCheck(zip, manifest, items, tree, code).check(quarantine, progress);
        return flaws.isEmpty()
                ? new Verification.Sound<>(new VerifiedSnapshot<>(manifest, quarantine))
                : new Verification.Refused<>(flaws, false);
    }

    /**
     * How it differs from the commit that it says it was made from.
     *
     * @param commit the tree of that commit, with the ids of its objects
     * @param unknown folders of which the tree cannot say anything, such as submodules that are not here
     * @return every difference elsewhere
     * @throws IOException when the commit cannot be read
     */
    public List<Flaw> differences(FileTree commit, Collection<TreePath> unknown) throws IOException {
        Flaws flaws = new Flaws();
        compare(
                SnapshotWriter.MANIFEST,
                "The tree",
                Optional.of(manifest.git().tree()),
                commit.find(TreePath.ROOT),
                flaws);
        for (Manifest.CodeEntry one : manifest.code()) {
            if (one.tree().isPresent() && unknown.stream().noneMatch(one.path()::isIn)) {
                String what = "The tree of the code " + one.path();
                compare(SnapshotWriter.MANIFEST, what, one.tree(), commit.find(one.path()), flaws);
            }
        }
        for (Manifest.FileEntry file : manifest.files()) {
            if (unknown.stream().anyMatch(file.path()::isIn)) {
                continue;
            }
            Optional<TreeEntry> committed = commit.find(file.path());
            String entry = SnapshotWriter.SOURCE + file.path();
            compare(entry, "The git object", Optional.of(file.blob()), committed, flaws);
            if (committed.isPresent() && committed.get().kind() != file.mode()) {
                flaws.add(
                        entry,
                        "Its mode in the commit is " + committed.get().kind().mode() + ", and the manifest says "
                                + file.mode().mode() + ".");
            }
        }
        return flaws.list();
    }

    private void compare(String entry, String what, Optional<String> said, Optional<TreeEntry> is, Flaws flaws) {
        Optional<String> object = is.flatMap(TreeEntry::object);
        if (!object.equals(said)) {
            flaws.add(
                    entry,
                    what + " is " + object.orElse("not there") + " in the commit "
                            + manifest.git().commit() + ", and the manifest says " + said.orElse("nothing") + ".");
        }
    }

    /**
     * The files that a tree has and this does not, in the folders that this has captured: with them there, another snapshot would come of the
     * same definitions. What no snapshot captures, because the code's ignore file leaves it out, is none.
     *
     * @param now the tree that the files of this would be written into
     * @return files and links of the tree, by path
     * @throws IOException when a tree cannot be read
     */
    public List<TreeEntry> strays(FileTree now) throws IOException {
        SortedSet<TreePath> paths = new TreeSet<>();
        List<TreeEntry> strays = new ArrayList<>();
        FileTree result = new OverlaidTree(tree, now, paths);
        List<CodeId> folders = foldersWithMore(now);
        boolean more = true;
        while (more) {
            List<TreeEntry> found = new ArrayList<>();
            for (CodeId folder : folders) {
                found.addAll(CodeFolder.list(result, folder.path(), folder.additionalIncludes(), folder.use())
                        .captured());
            }
            found.removeIf(
                    entry -> items.containsKey(SnapshotWriter.SOURCE + entry.path()) || !paths.add(entry.path()));
            strays.addAll(found);
            // An ignore file among them may have hidden others.
            more = !found.isEmpty();
        }
        strays.sort((a, b) -> a.path().compareTo(b.path()));
        return strays;
    }

    /** Those that may hold more than this has. What a link or an include leads to may lie anywhere. */
    private List<CodeId> foldersWithMore(FileTree now) throws IOException {
        boolean links = manifest.files().stream().anyMatch(file -> file.mode() == TreeEntry.Kind.LINK);
        List<CodeId> more = new ArrayList<>();
        for (CodeId folder : folders()) {
            if (links
                    || !folder.additionalIncludes().isEmpty()
                    || now.find(folder.path()).isPresent()) {
                more.add(folder);
            }
        }
        return more;
    }

    /** What was captured as a whole: code, and folders of data, models or build contexts. */
    private Set<CodeId> folders() throws IOException {
        Set<CodeId> folders = new HashSet<>(code.keySet());
        for (Manifest.AssetEntry asset : manifest.assets()) {
            for (Manifest.Edge edge : asset.references()) {
                if (edge.target().startsWith(FILE)) {
                    TreePath path = TreePath.of(edge.target().substring(FILE.length()));
                    if (tree.find(path).filter(TreeEntry::isFile).isEmpty()) {
                        folders.add(new CodeId(path, List.of(), CodeUse.JOB));
                    }
                }
            }
        }
        return folders;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
