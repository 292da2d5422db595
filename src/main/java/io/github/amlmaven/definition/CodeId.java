package io.github.amlmaven.definition;

import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * The path, with {@code +} and its path for each include. In a path, {@code %}, {@code #} and {@code +} are {@code %25}, {@code %23} and
     * {@code %2B}, so that no two have one source.
     *
     * @return for example {@code src} or {@code src+shared/util.py}
     */
    public String source() {
        return Stream.concat(Stream.of(path), additionalIncludes.stream())
                .map(ReferencePath::of)
                .collect(Collectors.joining("+"));
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
