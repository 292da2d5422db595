package io.github.amlmaven.git;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder of what git tracks. */
final class IndexFolder {
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
                    last = root.folder(folder);
                    lastFolder = folder;
                }
                last.files.put(path.substring(slash + 1), entry);
            }
        }
        return root;
    }

    private IndexFolder folder(String path) {
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

    Optional<IndexEntry> file(String path) {
        int slash = path.lastIndexOf('/');
        IndexFolder at = this;
        int start = 0;
        while (at != null && start < slash) {
            int end = path.indexOf('/', start);
            at = at.folders.get(path.substring(start, end));
            start = end + 1;
        }
        return Optional.ofNullable(at).map(folder -> folder.files.get(path.substring(slash + 1)));
    }
}
