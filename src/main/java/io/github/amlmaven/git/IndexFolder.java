package io.github.amlmaven.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of what git tracks. */
final class IndexFolder {
    static final IndexFolder NOTHING = new IndexFolder();

    private final Map<String, IndexEntry> files = new HashMap<>();
    private final Map<String, IndexFolder> folders = new HashMap<>();

    /** Arranges the entries of an index that are not in conflict. */
    static IndexFolder of(List<IndexEntry> entries) {
        IndexFolder root = new IndexFolder();
        String lastFolder = "";
        IndexFolder last = root;
        for (IndexEntry entry : entries) {
            if (entry.stage() == 0) {
                String path = entry.path();
                int slash = path.lastIndexOf('/');
                String folder = slash < 0 ? "" : path.substring(0, slash);
                if (!folder.equals(lastFolder)) {
                    last = root.make(folder);
                    lastFolder = folder;
                }
                last.files.put(path.substring(slash + 1), entry);
            }
        }
        return root;
    }

    private IndexFolder make(String path) {
        IndexFolder at = this;
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            at = at.folders.computeIfAbsent(path.substring(start, end), name -> new IndexFolder());
            start = end + 1;
        }
        return at;
    }

    Map<String, IndexEntry> files() {
        return files;
    }

    Map<String, IndexFolder> folders() {
        return folders;
    }

    /** Whether something of that name is tracked in it, or in a folder of that name. */
    boolean has(String name) {
        return files.containsKey(name) || folders.containsKey(name);
    }

    Optional<IndexEntry> file(String path) {
        int slash = path.lastIndexOf('/');
        return folder(slash < 0 ? "" : path.substring(0, slash))
                .map(folder -> folder.files.get(path.substring(slash + 1)));
    }

    /** What is tracked below a path; nothing when that is nothing, or a file. */
    Optional<IndexFolder> folder(String path) {
        Optional<IndexFolder> at = Optional.of(this);
        int start = 0;
        while (at.isPresent() && start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            at = Optional.ofNullable(at.get().folders.get(path.substring(start, end)));
            start = end + 1;
        }
        return at;
    }
}
