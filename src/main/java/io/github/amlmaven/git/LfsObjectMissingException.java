package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files that Git LFS keeps and that were not fetched: the commit has only their pointers. */
public final class LfsObjectMissingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient SortedMap<TreePath, LfsPointer> files;

    LfsObjectMissingException(Map<TreePath, LfsPointer> files) {
        super(message(new TreeMap<>(files)));
        this.files = new TreeMap<>(files);
    }

    private static String message(SortedMap<TreePath, LfsPointer> files) {
        if (files.size() == 1) {
            TreePath path = files.firstKey();
            return path + " is kept in Git LFS and was not fetched (oid "
                    + files.values().iterator().next().oid() + "). Run `git lfs pull --include=\"" + path + "\"`.";
        }
        return files.entrySet().stream()
                .map(file -> "  " + file.getKey() + " (oid " + file.getValue().oid() + ")")
                .collect(Collectors.joining(
                        "\n",
                        "These " + files.size() + " files are kept in Git LFS and were not fetched:\n",
                        "\nRun `git lfs pull`."));
    }

    /**
     * The files.
     *
     * @return the pointers, by the path in the repository
     */
    public SortedMap<TreePath, LfsPointer> files() {
        return new TreeMap<>(files);
    }
}
