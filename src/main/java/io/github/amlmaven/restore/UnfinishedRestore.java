package io.github.amlmaven.restore;

import io.github.amlmaven.git.DiskPaths;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A restore in place that was ended in the middle. Nothing may read or change the working copy until it is undone. */
public final class UnfinishedRestore {
    private final FileActions actions;
    private final DiskPaths disk;
    private final DiskPaths staged;
    private final JournalFolder folder;

    private UnfinishedRestore(FileActions actions, DiskPaths disk, JournalFolder folder) {
        this.actions = actions;
        this.disk = disk;
        this.staged = new DiskPaths(folder.staged());
        this.folder = folder;
    }

    /**
     * Whether there is one.
     *
     * @param gitDir the git folder of a working copy
     * @return true also when a restore is going on
     */
    public static boolean isIn(Path gitDir) {
        return JournalFolder.isIn(gitDir);
    }

    /**
     * Goes on only when there is none.
     *
     * @param gitDir the git folder of a working copy
     * @throws RestoreRefusedException when there is one, or a restore is going on
     */
    public static void refuseIn(Path gitDir) throws RestoreRefusedException {
        if (JournalFolder.isIn(gitDir)) {
            throw new RestoreRefusedException(
                    "A restore into this working copy was not finished, so that some files may be of"
                            + " one version and some of another. Run `mvn aml:restore` again: it first puts everything back.");
        }
    }

    /**
     * Undoes it, if there is one. Being killed in the middle of that does no harm either.
     *
     * @param gitDir the git folder of a working copy
     * @param workTree the working copy
     * @return whether there was one
     * @throws RestoreRefusedException when it is still going on, or what it wrote was edited since
     * @throws IOException when something cannot be moved back; it can be tried again
     */
    public static boolean undo(Path gitDir, Path workTree) throws RestoreRefusedException, IOException {
        return undo(FileActions.DISK, gitDir, workTree);
    }

    static boolean undo(FileActions actions, Path gitDir, Path workTree) throws RestoreRefusedException, IOException {
        if (!JournalFolder.isIn(gitDir)) {
            return false;
        }
        try (JournalFolder folder = JournalFolder.open(actions, gitDir)) {
            undo(actions, folder, workTree);
        }
        return true;
    }

    static void undo(FileActions actions, JournalFolder folder, Path workTree)
            throws RestoreRefusedException, IOException {
        if (folder.isBegun()) {
            new UnfinishedRestore(actions, new DiskPaths(workTree), folder).undo(folder.journalThatWasBegun());
        }
        folder.remove();
    }

    private void undo(Journal journal) throws RestoreRefusedException, IOException {
        List<String> edited = edited(journal);
        if (!edited.isEmpty()) {
            throw new RestoreRefusedException(
                    "A restore was not finished, and cannot be undone while something else lies where it wrote or took"
                            + " away. Move these elsewhere, and run `mvn aml:restore` again:",
                    edited);
        }
        for (int i = journal.placed().size() - 1; i >= 0; i--) {
            Journal.Placed placed = journal.placed().get(i);
            Path origin = on(staged, placed.staged());
            Path path = on(disk, placed.path());
            if (!exists(origin) && exists(path)) {
                makeFolders(staged, placed.staged().parent());
                actions.move(path, origin);
            }
        }
        for (int i = journal.made().size() - 1; i >= 0; i--) {
            actions.deleteIfEmpty(on(disk, journal.made().get(i)));
        }
        for (int i = journal.displaced().size() - 1; i >= 0; i--) {
            Path old = folder.displaced().resolve(String.valueOf(i));
            if (exists(old)) {
                TreePath path = journal.displaced().get(i);
                makeFolders(disk, path.parent());
                actions.move(old, on(disk, path));
            }
        }
    }

    private List<String> edited(Journal journal) throws IOException {
        List<String> edited = new ArrayList<>();
        List<TreePath> ours = new ArrayList<>();
        for (Journal.Placed placed : journal.placed()) {
            Path path = on(disk, placed.path());
            if (!exists(on(staged, placed.staged())) && exists(path)) {
                ours.add(placed.path());
                BasicFileAttributes now =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (now.size() != placed.size() || now.lastModifiedTime().toMillis() != placed.modified()) {
                    edited.add(placed.path().value());
                }
            }
        }
        Set<TreePath> known = new HashSet<>(ours);
        for (int i = 0; i < journal.displaced().size(); i++) {
            TreePath path = journal.displaced().get(i);
            Path now = on(disk, path);
            if (exists(folder.displaced().resolve(String.valueOf(i)))
                    && exists(now)
                    && !Files.isDirectory(now, LinkOption.NOFOLLOW_LINKS)
                    && !known.contains(path)) {
                edited.add(path.value());
            }
        }
        return edited;
    }

    private void makeFolders(DiskPaths in, TreePath folder) throws IOException {
        if (!folder.isRoot() && !Files.isDirectory(on(in, folder), LinkOption.NOFOLLOW_LINKS)) {
            makeFolders(in, folder.parent());
            actions.makeFolder(on(in, folder));
        }
    }

    private static Path on(DiskPaths in, TreePath path) throws IOException {
        return in.locate(path).orElseThrow(() -> new IOException("No file can be called " + path + " here."));
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
