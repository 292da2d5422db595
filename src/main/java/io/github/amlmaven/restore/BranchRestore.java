package io.github.amlmaven.restore;

import io.github.amlmaven.git.BranchWriter;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.Verification;
import io.github.amlmaven.snapshot.VerifiedSnapshot;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Restores a snapshot as a commit on a new branch. Objects are written and one reference is made; the working copy and its index stay as they
 * are, clean or not.
 */
public final class BranchRestore {
    private BranchRestore() {}

    /**
     * What came of it.
     *
     * @param flaws what is wrong with the snapshot; then no branch was made
     * @param commit the id of the commit, empty when there is none
     */
    public record Outcome(List<Flaw> flaws, String commit) {
        /** Takes its own copy of the list. */
        public Outcome {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Restores.
     *
     * @param repository the repository; the new commit follows the one that is checked out
     * @param writer makes the branch
     * @param snapshot the snapshot
     * @param changes what differs between the snapshot and the commit that is checked out
     * @param progress hears how far it is when it takes long
     * @return the commit, or what is wrong with the snapshot
     * @throws RestoreRefusedException when another restore is going on
     * @throws UnusableRepositoryException when the branch cannot be made
     * @throws IOException when something cannot be read or written
     */
    public static Outcome run(
            GitRepository repository, BranchWriter writer, SealedSnapshot snapshot, Changes changes, Progress progress)
            throws RestoreRefusedException, UnusableRepositoryException, IOException {
        Map<TreePath, TreePath> lacking = new HashMap<>();
        for (Manifest.FileEntry file : changes.written().values()) {
            if (!writer.has(file.blob(), file.sha256(), file.size(), file.lfs())) {
                lacking.put(file.path(), TreePath.of(String.valueOf(lacking.size())));
            }
        }
        try (JournalFolder folder = JournalFolder.create(FileActions.DISK, repository.gitDir())) {
            try {
                folder.prepare();
                Staging staging = new Staging(FileActions.DISK, folder.staged(), lacking, false);
                Verification<VerifiedSnapshot<Staging>> verification = snapshot.unseal(staging, progress);
                if (verification instanceof Verification.Sound<VerifiedSnapshot<Staging>> sound) {
                    return new Outcome(List.of(), commit(writer, sound.value(), changes, lacking.keySet()));
                }
                return new Outcome(((Verification.Refused<VerifiedSnapshot<Staging>>) verification).flaws(), "");
            } finally {
                folder.remove();
            }
        }
    }

    private static String commit(
            BranchWriter writer, VerifiedSnapshot<Staging> snapshot, Changes changes, Set<TreePath> lacking)
            throws UnusableRepositoryException, IOException {
        for (TreePath path : changes.removed()) {
            writer.remove(path);
        }
        for (Manifest.FileEntry file : changes.written().values()) {
            if (lacking.contains(file.path())) {
                Path content = snapshot.contents().place(file.path());
                writer.add(content, file.blob(), file.sha256(), file.size(), file.lfs());
            }
            writer.put(file.path(), file.mode(), file.blob());
        }
        for (Map.Entry<TreePath, String> submodule : changes.submodules().entrySet()) {
            writer.putSubmodule(submodule.getKey(), submodule.getValue());
        }
        return writer.commit(message(snapshot.manifest()));
    }

    private static String message(Manifest manifest) {
        Manifest.Project project = manifest.project();
        return "Restore " + project.artifactId() + " " + project.version() + "\n\n"
                + "Everything that the snapshot of " + project.groupId() + ":" + project.artifactId() + ":"
                + project.version() + " holds,\nas it was in commit "
                + manifest.git().commit() + ".\n\n"
                + "Aml-Snapshot: " + manifest.id() + "\n";
    }
}
