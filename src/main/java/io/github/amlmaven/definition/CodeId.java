package io.github.amlmaven.definition;

import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.tree.TreePath;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which code: the folder or file, and what is merged into it. Two components with the same code share one.
 *
 * @param path the folder or the file
 * @param additionalIncludes files and folders that Azure ML merges into the root of the folder before it uploads it
 * @param use what it is for, on which depends what of it is uploaded
 */
public record CodeId(TreePath path, List<TreePath> additionalIncludes, CodeUse use) implements Comparable<CodeId> {
    private static final Comparator<CodeId> ORDER = Comparator.comparing(CodeId::path)
            .thenComparing(id -> id.additionalIncludes().toString())
            .thenComparing(CodeId::use);

    /** Takes its own copy of the list. */
    public CodeId {
        additionalIncludes = List.copyOf(additionalIncludes);
    }

    /**
     * The path, with {@code #} and the use where that is no component's own, and {@code +} and its path for each include. In a path, {@code %}, {@code #} and {@code +} are {@code %25}, {@code %23} and
     * {@code %2B}, so that no two have one source.
     *
     * @return for example {@code src}, {@code src+shared/util.py} or {@code src#job}
     */
    public String source() {
        String special = use == CodeUse.COMPONENT ? "" : "#" + use.name().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(ReferencePath.of(path) + special),
                        additionalIncludes.stream().map(ReferencePath::of))
                .collect(Collectors.joining("+"));
    }

    @Override
    public int compareTo(CodeId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return switch (use) {
            case COMPONENT -> additionalIncludes.isEmpty() ? path.value() : path + " + " + additionalIncludes;
            case JOB -> path + " of a job";
            case INCLUDES -> additionalIncludes + " of " + path;
        };
    }
}
