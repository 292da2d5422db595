package io.github.amlmaven.restore;

import io.github.amlmaven.git.Commit;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What makes a commit's tree that of a snapshot, as far as the snapshot goes.
 *
 * @param written the files that the commit has otherwise or not at all, by path
 * @param removed the files of the commit that the snapshot does not have in the folders that it captured, or that lie where it has a folder or
 *     a file
 * @param submodules the submodules that the snapshot has files of, with their commits; those files are neither written nor removed
 */
public record Changes(
        SortedMap<TreePath, Manifest.FileEntry> written,
        SortedSet<TreePath> removed,
        SortedMap<TreePath, String> submodules) {

    /**
     * Compares a snapshot with a commit.
     *
     * @param snapshot the snapshot
     * @param commit the commit that is checked out
     * @return what is to be done
     * @throws RestoreRefusedException when the commit does not have the snapshot's submodules as submodules
     * @throws IOException when the commit cannot be read
     */
    public static Changes between(SealedSnapshot snapshot, Commit commit) throws RestoreRefusedException, IOException {
        return new Comparison(snapshot, commit).changes();
    }

    /**
     * Whether the commit has all that the snapshot has.
     *
     * @return true when nothing is to be done
     */
    public boolean isEmpty() {
        return written.isEmpty() && removed.isEmpty() && submodules.isEmpty();
    }

    /** Compares. */
    private static final class Comparison {
        private final SealedSnapshot snapshot;
        private final Commit commit;
        private final SortedMap<TreePath, String> submodules = new TreeMap<>();
        private final SortedMap<TreePath, Manifest.FileEntry> written = new TreeMap<>();
        private final SortedSet<TreePath> removed = new TreeSet<>();
        private final Set<TreePath> looked = new HashSet<>();

        Comparison(SealedSnapshot snapshot, Commit commit) {
            this.snapshot = snapshot;
            this.commit = commit;
        }

        Changes changes() throws RestoreRefusedException, IOException {
            compareSubmodules();
            for (Manifest.FileEntry file : snapshot.manifest().files()) {
                if (!isIn(file.path(), submodules.keySet())) {
                    compare(file);
                }
            }
            for (TreeEntry stray : snapshot.strays(commit)) {
                if (!isIn(stray.path(), submodules.keySet())) {
                    removed.add(stray.path());
                }
            }
            submodules.values().removeIf(String::isEmpty);
            return new Changes(written, removed, submodules);
        }

        /** A submodule inside another one is that one's matter. The same commit on both sides is no change. */
        private void compareSubmodules() throws RestoreRefusedException, IOException {
            Map<TreePath, String> here = commit.submodules();
            List<String> missing = new ArrayList<>();
            for (Manifest.Submodule submodule : snapshot.manifest().git().submodules()) {
                if (isIn(submodule.path(), submodules.keySet())) {
                    continue;
                }
                String recorded = here.get(submodule.path());
                if (recorded == null) {
                    missing.add(submodule.path() + " is a submodule in the snapshot (commit " + submodule.commit()
                            + ") and none here: add it with `git submodule add`, or restore into a folder with"
                            + " -Daml.directory");
                }
                submodules.put(submodule.path(), submodule.commit().equals(recorded) ? "" : submodule.commit());
            }
            if (!missing.isEmpty()) {
                throw new RestoreRefusedException("The snapshot cannot be restored here:", missing);
            }
        }

        private static boolean isIn(TreePath path, Collection<TreePath> folders) {
            return folders.stream().anyMatch(path::isIn);
        }

        private void compare(Manifest.FileEntry file) throws IOException {
            Optional<TreeEntry> committed = commit.find(file.path());
            boolean same = committed
                    .filter(entry ->
                            entry.kind() == file.mode() && entry.object().equals(Optional.of(file.blob())))
                    .isPresent();
            if (same) {
                return;
            }
            written.put(file.path(), file);
            if (committed.isPresent() && committed.get().kind() == TreeEntry.Kind.FOLDER) {
                removeAll(file.path());
            }
            for (TreePath above = file.path().parent(); !above.isRoot() && looked.add(above); above = above.parent()) {
                Optional<TreeEntry> shadow = commit.find(above);
                if (shadow.isPresent() && shadow.get().kind() != TreeEntry.Kind.FOLDER) {
                    removed.add(above);
                }
            }
        }

        private void removeAll(TreePath folder) throws IOException {
            for (TreeEntry child : commit.children(folder)) {
                if (child.kind() == TreeEntry.Kind.FOLDER) {
                    removeAll(child.path());
                } else {
                    removed.add(child.path());
                }
            }
        }
    }
}
