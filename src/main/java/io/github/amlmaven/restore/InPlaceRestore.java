package io.github.amlmaven.restore;

import io.github.amlmaven.git.Change;
import io.github.amlmaven.git.DiskPaths;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.Verification;
import io.github.amlmaven.snapshot.VerifiedSnapshot;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Restores a snapshot where a working copy is. Only a clean one, so that git can undo it; what git does not track is never touched.
 *
 * <p>All or nothing: the new files are written and verified in a folder of the git folder, a journal says what will be moved, and only then is
 * anything moved, each file, or folder that is not there yet, in one step. Whatever ends that in the middle, {@link UnfinishedRestore} undoes it.
 */
public final class InPlaceRestore {
    private final FileActions actions;
    private final GitRepository repository;
    private final Changes changes;
    private final DiskPaths disk;
    private final List<TreePath> displaced;
    private final List<TreePath> made;
    private final Arrangement arrangement;

    private InPlaceRestore(
            FileActions actions,
            GitRepository repository,
            Changes changes,
            DiskPaths disk,
            List<TreePath> displaced,
            List<TreePath> made) {
        this.actions = actions;
        this.repository = repository;
        this.changes = changes;
        this.disk = disk;
        this.displaced = displaced;
        this.made = made;
        this.arrangement = Arrangement.of(changes.written().keySet(), made);
    }

    /**
     * Finds out whether it can be done. Nothing is written.
     *
     * @param repository the working copy, with nothing unfinished
     * @param snapshot the snapshot
     * @param changes what differs between the snapshot and the commit that is checked out
     * @return the restore, to be run
     * @throws RestoreRefusedException when the working copy is not clean, or something lies in the way
     * @throws UnusableRepositoryException when git's index cannot be understood
     * @throws IOException when something cannot be read
     */
    public static InPlaceRestore of(GitRepository repository, SealedSnapshot snapshot, Changes changes)
            throws RestoreRefusedException, UnusableRepositoryException, IOException {
        return of(FileActions.DISK, repository, snapshot, changes);
    }

    static InPlaceRestore of(FileActions actions, GitRepository repository, SealedSnapshot snapshot, Changes changes)
            throws RestoreRefusedException, UnusableRepositoryException, IOException {
        refuseDirt(repository, snapshot);
        refuseSubmodules(changes);
        DiskPaths disk = new DiskPaths(repository.workTree());
        Set<TreePath> displaced = new TreeSet<>(changes.removed());
        for (TreePath path : changes.written().keySet()) {
            if (repository.head().find(path).flatMap(TreeEntry::object).isPresent()) {
                displaced.add(path);
            }
        }
        // A sparse checkout leaves tracked files out, and a folder in their place holds none of theirs.
        displaced.removeIf(path -> disk.locate(path)
                .filter(place -> Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                .filter(place -> !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))
                .isEmpty());
        Obstacles obstacles = new Obstacles(disk, displaced);
        obstacles.lookAtDisks(repository.gitDir(), repository.workTree());
        for (Manifest.FileEntry file : changes.written().values()) {
            obstacles.look(file);
        }
        if (!obstacles.found().isEmpty()) {
            throw new RestoreRefusedException(
                    "Something lies in the way. Move it elsewhere, or restore onto a branch with -Daml.branch:",
                    obstacles.found());
        }
        return new InPlaceRestore(actions, repository, changes, disk, List.copyOf(displaced), obstacles.made());
    }

    private static void refuseDirt(GitRepository repository, SealedSnapshot snapshot)
            throws RestoreRefusedException, UnusableRepositoryException, IOException {
        Set<TreePath> captured = new HashSet<>();
        snapshot.manifest().code().forEach(code -> captured.add(code.path()));
        Set<TreePath> folders = Set.copyOf(captured);
        snapshot.manifest().files().stream()
                .map(Manifest.FileEntry::path)
                .filter(path -> folders.stream().noneMatch(path::isIn))
                .forEach(captured::add);
        Status status = repository.workingTree().status(captured);
        List<String> reasons = new ArrayList<>();
        for (Change change : status.changes()) {
            reasons.add(change.path() + " " + change.kind().what() + ": "
                    + change.kind().mend());
        }
        status.operations().forEach(operation -> reasons.add("git has begun something else: " + operation.mend()));
        if (!reasons.isEmpty()) {
            throw new RestoreRefusedException(
                    "The working copy is not clean, and a restore could not be told from your own work:", reasons);
        }
    }

    private static void refuseSubmodules(Changes changes) throws RestoreRefusedException {
        List<String> others = new ArrayList<>();
        changes.submodules()
                .forEach((path, commit) -> others.add(path + ": `git -C " + path + " fetch && git -C " + path
                        + " checkout " + commit + " && git commit " + path + "`"));
        if (!others.isEmpty()) {
            throw new RestoreRefusedException(
                    "The snapshot has other commits of these submodules. Check them out first, or restore onto a branch"
                            + " with -Daml.branch:",
                    others);
        }
    }

    /**
     * Verifies the contents of the snapshot, and then puts them in place.
     *
     * @param snapshot the snapshot
     * @param progress hears how far it is when it takes long
     * @return what is wrong with the snapshot, and then nothing was changed; empty when it is restored
     * @throws RestoreRefusedException when another restore is going on
     * @throws IOException when something cannot be read or written; everything is as it was then, or the message says how to get there
     */
    public List<Flaw> run(SealedSnapshot snapshot, Progress progress) throws RestoreRefusedException, IOException {
        try (JournalFolder folder = JournalFolder.create(actions, repository.gitDir())) {
            try {
                folder.prepare();
                Staging staging = new Staging(actions, folder.staged(), arrangement.places(), repository.hasLinks());
                Verification<VerifiedSnapshot<Staging>> verification = snapshot.unseal(staging, progress);
                if (verification instanceof Verification.Sound<VerifiedSnapshot<Staging>> sound) {
                    place(folder, sound.value().contents());
                    folder.remove();
                    return List.of();
                }
                folder.remove();
                return ((Verification.Refused<VerifiedSnapshot<Staging>>) verification).flaws();
            } catch (IOException | RuntimeException e) {
                undo(folder, e);
                throw e;
            }
        }
    }

    /** What fails a second time leaves the journal there: the next restore tries again. */
    private void undo(JournalFolder folder, Exception cause) throws IOException {
        try {
            UnfinishedRestore.undo(actions, folder, repository.workTree());
        } catch (IOException | RestoreRefusedException | RuntimeException e) {
            IOException unfinished = new IOException(
                    cause + ". What was done so far could not be undone (" + e + "), so that some files may be of one"
                            + " version and some of another. Run `mvn aml:restore` again: it first puts everything"
                            + " back.",
                    cause);
            unfinished.addSuppressed(e);
            throw unfinished;
        }
    }

    private void place(JournalFolder folder, Staging staging) throws IOException {
        folder.begin(new Journal(displaced, made, placed(staging)));
        for (int i = 0; i < displaced.size(); i++) {
            actions.move(on(disk, displaced.get(i)), folder.displaced().resolve(String.valueOf(i)));
        }
        for (TreePath path : displaced) {
            removeEmptied(path.parent());
        }
        Set<TreePath> folders = new HashSet<>();
        DiskPaths staged = new DiskPaths(folder.staged());
        for (Map.Entry<TreePath, TreePath> move : arrangement.moves().entrySet()) {
            makeFolders(move.getKey().parent(), folders);
            actions.move(on(staged, move.getValue()), on(disk, move.getKey()));
        }
        folder.end();
    }

    private List<Journal.Placed> placed(Staging staging) throws IOException {
        List<Journal.Placed> placed = new ArrayList<>();
        for (TreePath path : changes.written().keySet()) {
            Path staged = staging.place(path);
            BasicFileAttributes is = Files.readAttributes(staged, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            placed.add(new Journal.Placed(
                    path,
                    Objects.requireNonNull(arrangement.places().get(path)),
                    is.size(),
                    is.lastModifiedTime().toMillis()));
        }
        return placed;
    }

    /** As git does: it knows no empty folders. */
    private void removeEmptied(TreePath folder) throws IOException {
        for (TreePath at = folder; !at.isRoot(); at = at.parent()) {
            if (!actions.deleteIfEmpty(on(disk, at))) {
                return;
            }
        }
    }

    private void makeFolders(TreePath folder, Set<TreePath> known) throws IOException {
        if (!folder.isRoot() && known.add(folder)) {
            makeFolders(folder.parent(), known);
            actions.makeFolder(on(disk, folder));
        }
    }

    private static Path on(DiskPaths disk, TreePath path) throws IOException {
        return disk.locate(path).orElseThrow(() -> new IOException("No file can be called " + path + " here."));
    }
}
