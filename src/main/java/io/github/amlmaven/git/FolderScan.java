package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One folder of the working copy, compared with what is tracked in it. Its names are listed once and each is looked at once; a file is read
 * only when the index does not prove it the staged one.
 */
final class FolderScan implements WorkTreeScan.Step {
    private static final IndexFolder NOTHING = new IndexFolder();

    private final WorkTreeScan scan;
    private final Path folder;
    private final String path;
    private final IndexFolder tracked;
    private final IgnoreRules rules;
    private final Hiding hiding;

    /**
     * A folder.
     *
     * @param scan what all folders share
     * @param folder the folder on disk
     * @param path its path with a slash at the end, or nothing at the top
     * @param tracked what is tracked in it
     * @param above what is ignored above it
     * @param hiding whether the folder itself is ignored
     */
    FolderScan(WorkTreeScan scan, Path folder, String path, IndexFolder tracked, IgnoreRules above, Hiding hiding)
            throws IOException {
        this.scan = scan;
        this.folder = folder;
        this.path = path;
        this.tracked = tracked;
        this.hiding = hiding;
        this.rules = above.in(folder, path, tracked.files().containsKey(".gitignore"));
    }

    @Override
    public void run() throws IOException {
        Set<String> seen = new HashSet<>();
        Map<String, String> spellings = spellings();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path child : names) {
                String name = scan.paths().nameOf(child);
                if (!WorkingFolder.isGitFolder(name)) {
                    visit(child, trackedName(name, spellings), seen);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            seen.clear(); // gone in the meantime, and all that was tracked in it
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        tracked.files().forEach((name, entry) -> {
            if (!seen.contains(name)) {
                missing(entry);
            }
        });
        tracked.folders().forEach((name, below) -> {
            if (!seen.contains(name)) {
                allMissing(below);
            }
        });
    }

    private String trackedName(String name, Map<String, String> spellings) {
        boolean exact = tracked.files().containsKey(name) || tracked.folders().containsKey(name);
        return exact || spellings.isEmpty() ? name : spellings.getOrDefault(scan.spell(name), name);
    }

    /** The tracked names by how this file system may spell them; empty where it keeps names as they are. */
    private Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        if (scan.hasSpellings()) {
            tracked.files().keySet().forEach(name -> spellings.put(scan.spell(name), name));
            tracked.folders().keySet().forEach(name -> spellings.put(scan.spell(name), name));
        }
        return spellings;
    }

    private void visit(Path child, String name, Set<String> seen) throws IOException {
        FileStat stat;
        try {
            stat = FileStat.of(child);
        } catch (NoSuchFileException e) {
            return;
        }
        IndexEntry entry = tracked.files().get(name);
        IndexFolder below = tracked.folders().get(name);
        boolean isFolder = stat.type() == FileStat.Type.FOLDER;
        if (entry != null) {
            seen.add(name);
            compare(child, stat, entry);
            if (!isFolder || entry.type() == IndexEntry.SUBMODULE) {
                return;
            }
        } else if (below != null && isFolder) {
            seen.add(name);
            descend(child, name, below, hiding.below(rules, path + name, true));
            return;
        }
        if (stat.type() != FileStat.Type.OTHER && !scan.isConflict(path + name)) {
            untracked(child, name, isFolder);
        }
    }

    private void descend(Path child, String name, IndexFolder below, Hiding hidden) throws IOException {
        scan.submit(new FolderScan(scan, child, path + name + "/", below, rules, hidden));
    }

    private void compare(Path child, FileStat stat, IndexEntry entry) throws IOException {
        if (entry.isIntended()) {
            return;
        }
        if (entry.type() == IndexEntry.SUBMODULE && stat.type() == FileStat.Type.FOLDER) {
            scan.submodule(entry, child);
        } else if (!scan.isRightType(entry, stat)) {
            report(entry, Kind.TYPE_CHANGED);
        } else if (!scan.isProven(entry, stat)) {
            compareContent(child, stat, entry);
        } else {
            compareMode(stat, entry);
        }
    }

    private void compareContent(Path child, FileStat stat, IndexEntry entry) throws IOException {
        try {
            switch (scan.content().compare(child, stat, entry)) {
                case DIFFERENT -> report(entry, Kind.MODIFIED);
                case FILTERED -> report(entry, Kind.FILTERED);
                case SAME -> compareMode(stat, entry);
            }
        } catch (NoSuchFileException e) {
            missing(entry); // gone in the meantime
        }
    }

    private void compareMode(FileStat stat, IndexEntry entry) {
        if (scan.isOtherMode(entry, stat)) {
            report(entry, Kind.MODE_CHANGED);
        }
    }

    private void untracked(Path child, String name, boolean isFolder) throws IOException {
        String full = path + name;
        Hiding hidden = hiding.below(rules, full, isFolder);
        boolean matters = hidden.by().isEmpty() || (hidden.isOnlyHere() && scan.mayBeCaptured(full, isFolder));
        if (!matters) {
            return;
        }
        if (isFolder && Submodules.gitDirOf(child).isEmpty()) {
            descend(child, name, NOTHING, hidden);
        } else {
            Kind kind = hidden.by().isEmpty() ? Kind.UNTRACKED : Kind.HIDDEN_UNTRACKED;
            Optional<String> list = hidden.by();
            scan.report(new Change(
                    TreePath.of(full), kind, list.map(by -> "ignored by " + by).orElse("")));
        }
    }

    private void allMissing(IndexFolder below) {
        below.files().values().forEach(this::missing);
        below.folders().values().forEach(this::allMissing);
    }

    private void missing(IndexEntry entry) {
        if (!entry.isSkipped() && !entry.isIntended()) {
            report(entry, Kind.DELETED);
        }
    }

    private void report(IndexEntry entry, Kind kind) {
        Kind seen = entry.isSkipped() ? Kind.SKIPPED : entry.isAssumedUnchanged() ? Kind.ASSUMED_UNCHANGED : kind;
        scan.report(new Change(TreePath.of(entry.path()), seen, ""));
    }
}
