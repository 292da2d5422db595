package io.github.amlmaven.gate.git;

import io.github.amlmaven.git.Change;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Untracked files that a build is allowed to have, such as the secrets that a CI system mounts. Nothing that is captured ever is. */
public final class AllowDirty {
    private static final Set<Change.Kind> ALLOWED = Set.of(Change.Kind.UNTRACKED, Change.Kind.HIDDEN_UNTRACKED);

    private final List<PathMatcher> patterns;

    private AllowDirty(List<PathMatcher> patterns) {
        this.patterns = patterns;
    }

    /**
     * An allow-list.
     *
     * @param patterns globs over paths from the top of the repository, as {@link java.nio.file.FileSystem#getPathMatcher} reads them
     * @return the list
     * @throws MalformedGlobException when some of the patterns are none
     */
    public static AllowDirty of(List<String> patterns) throws MalformedGlobException {
        List<PathMatcher> matchers = new ArrayList<>();
        List<PatternSyntaxException> malformed = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
            } catch (PatternSyntaxException e) {
                malformed.add(e);
            }
        }
        if (!malformed.isEmpty()) {
            throw new MalformedGlobException(malformed);
        }
        return new AllowDirty(matchers);
    }

    /**
     * What is allowed of what differs.
     *
     * @param status the differences
     * @param captured the files and folders that a snapshot captures
     * @return the allowed ones
     */
    public List<Change> allowed(Status status, Collection<TreePath> captured) {
        return status.changes().stream()
                .filter(change -> isAllowed(change, captured))
                .toList();
    }

    /**
     * What is left to refuse.
     *
     * @param status the differences
     * @param captured the files and folders that a snapshot captures
     * @return the status without what is allowed
     */
    public Status without(Status status, Collection<TreePath> captured) {
        return new Status(
                status.changes().stream()
                        .filter(change -> !isAllowed(change, captured))
                        .toList(),
                status.operations());
    }

    private boolean isAllowed(Change change, Collection<TreePath> captured) {
        Path path = Path.of(change.path().value());
        return ALLOWED.contains(change.kind())
                && patterns.stream().anyMatch(pattern -> pattern.matches(path))
                && captured.stream().noneMatch(change.path()::isIn);
    }
}
