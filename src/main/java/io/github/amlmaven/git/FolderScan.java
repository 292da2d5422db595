package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One folder of the working copy, compared with what is tracked in it; a file is read only when the index does not prove it the staged one. */
final class FolderScan implements Steps.Step {
    private final WorkTreeScan scan;
    private final WorkTreeScan.Terms terms;
    private final TreePath folder;
    private final IndexFolder tracked;
    private final IgnoreRules above;
    private final Supplier<Hiding> hiding;
    private Optional<Hiding> hidden = Optional.empty();

    /**
     * A folder.
     *
     * @param scan what all folders share
     * @param folder where it is
     * @param tracked what is tracked in it
     * @param above what is ignored above it
     * @param hiding whether the folder itself is ignored; asked only when there is something in it that is not tracked
     */
    FolderScan(WorkTreeScan scan, TreePath folder, IndexFolder tracked, IgnoreRules above, Supplier<Hiding> hiding) {
        this.scan = scan;
        this.terms = scan.terms();
        this.folder = folder;
        this.tracked = tracked;
        this.above = above;
        this.hiding = hiding;
    }

    /** A folder in which nothing is tracked. */
    static FolderScan ofUntracked(WorkTreeScan scan, Untracked folder) {
        return new FolderScan(scan, folder.path(), IndexFolder.NOTHING, folder.rules(), folder::hiding);
    }

    @Override
    public void run() throws IOException {
        DiskFolder now = terms.disk().folder(folder);
        IgnoreRules rules = rules(now);
        Map<String, String> spellings = spellings();
        int found = 0;
        for (DiskFolder.Child child : now.children()) {
            String name = trackedName(child.name(), spellings);
            if (visit(name, child.stat(), rules)) {
                found++;
            }
        }
        if (found < tracked.files().size() + tracked.folders().size()) {
            reportMissing(now, spellings);
        }
    }

    private IgnoreRules rules(DiskFolder now) throws IOException {
        if (terms.spelling().isExact() && now.child(IgnoreRules.NAME).isEmpty()) {
            return above;
        }
        String prefix = folder.isRoot() ? "" : folder.value() + "/";
        return above.in(scan.locate(folder), prefix, tracked.files().containsKey(IgnoreRules.NAME));
    }

    private String trackedName(String name, Map<String, String> spellings) {
        return spellings.isEmpty() || tracked.has(name)
                ? name
                : spellings.getOrDefault(terms.spelling().common(name), name);
    }

    /** The tracked names by how this file system may spell them; empty where it keeps names as they are. */
    private Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        if (!terms.spelling().isExact()) {
            tracked.files()
                    .keySet()
                    .forEach(name -> spellings.put(terms.spelling().common(name), name));
            tracked.folders()
                    .keySet()
                    .forEach(name -> spellings.put(terms.spelling().common(name), name));
        }
        return spellings;
    }

    /** Looks at a name, and says whether it is there as something that is tracked. */
    private boolean visit(String name, FileStat stat, IgnoreRules rules) throws IOException {
        IndexEntry entry = tracked.files().get(name);
        IndexFolder below = tracked.folders().get(name);
        boolean isFolder = stat.type() == FileStat.Type.FOLDER;
        if (entry != null) {
            compare(stat, entry);
            if (!isFolder || entry.type() == IndexEntry.SUBMODULE) {
                return true;
            }
        } else if (below != null && isFolder) {
            TreePath inside = folder.child(name);
            Supplier<Hiding> inner = () -> hiding().below(rules, inside.value(), true);
            scan.submit(new FolderScan(scan, inside, below, rules, inner));
            return true;
        }
        TreePath path = folder.child(name);
        if (stat.type() != FileStat.Type.OTHER && !terms.conflicts().contains(path.value())) {
            scan.untracked(new Untracked(path, isFolder, rules, hiding().below(rules, path.value(), isFolder)));
        }
        return entry != null;
    }

    /** Several threads may find it out, and all find the same. */
    private Hiding hiding() {
        Hiding known = hidden.orElseGet(hiding);
        hidden = Optional.of(known);
        return known;
    }

    private void compare(FileStat stat, IndexEntry entry) throws IOException {
        if (entry.isIntended()) {
            return;
        }
        if (entry.type() == IndexEntry.SUBMODULE && stat.type() == FileStat.Type.FOLDER) {
            scan.submodule(entry);
        } else if (!terms.match().isRightType(entry, stat)) {
            report(entry, Kind.TYPE_CHANGED);
        } else if (!terms.match().isProven(entry, stat)) {
            compareContent(stat, entry);
        } else {
            compareMode(stat, entry);
        }
    }

    private void compareContent(FileStat stat, IndexEntry entry) throws IOException {
        try {
            switch (terms.content().compare(scan.locate(TreePath.of(entry.path())), stat, entry)) {
                case DIFFERENT -> report(entry, Kind.MODIFIED);
                case FILTERED -> report(entry, Kind.FILTERED);
                case SAME -> compareMode(stat, entry);
            }
        } catch (NoSuchFileException e) {
            missing(entry); // gone in the meantime
        }
    }

    private void compareMode(FileStat stat, IndexEntry entry) {
        if (terms.match().isOtherMode(entry, stat)) {
            report(entry, Kind.MODE_CHANGED);
        }
    }

    private void reportMissing(DiskFolder now, Map<String, String> spellings) {
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (DiskFolder.Child child : now.children()) {
            String name = trackedName(child.name(), spellings);
            files.add(name);
            if (child.stat().type() == FileStat.Type.FOLDER) {
                folders.add(name);
            }
        }
        tracked.files().forEach((name, entry) -> {
            if (!files.contains(name)) {
                missing(entry);
            }
        });
        tracked.folders().forEach((name, below) -> {
            if (!folders.contains(name)) {
                allMissing(below);
            }
        });
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
