package io.github.amlmaven.definition;

import io.github.amlmaven.tree.TreePath;
import java.util.List;

/**
 * Which code: the folder or file, and what is merged into it. Two components with the same code share one.
 *
 * @param path the folder or the file
 * @param additionalIncludes files and folders that Azure ML merges into the root of the folder before it uploads it
 */
public record CodeId(TreePath path, List<TreePath> additionalIncludes) implements Comparable<CodeId> {

    /** Takes its own copy of the list. */
    public CodeId {
        additionalIncludes = List.copyOf(additionalIncludes);
    }

    @Override
    public int compareTo(CodeId other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : additionalIncludes.toString().compareTo(other.additionalIncludes.toString());
    }

    @Override
    public String toString() {
        return additionalIncludes.isEmpty() ? path.value() : path + " + " + additionalIncludes;
    }
}
