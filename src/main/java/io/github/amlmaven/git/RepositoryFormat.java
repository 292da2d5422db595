package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses the formats that JGit 7.8 would misread (it truncates SHA-256 ids) or fail on later without a clear word. See
 * gitrepository-layout(5) and git-config(1), {@code extensions.*}.
 */
final class RepositoryFormat {
    private static final int NEWEST = 1;

    /** Extensions that change nothing of what is read here; a partial clone is met when an object is missing. */
    private static final Set<String> HARMLESS =
            Set.of("noop", "noop-v1", "preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees");

    private RepositoryFormat() {}

    static void check(Path gitDir, GitConfig own) throws UnusableRepositoryException {
        long version = own.number("core.repositoryformatversion", 0).orElse(Long.MAX_VALUE);
        if (version > NEWEST) {
            throw new UnusableRepositoryException(
                    Reason.UNKNOWN_FORMAT,
                    gitDir + " has repository format "
                            + own.text("core.repositoryformatversion").orElse("") + "; formats 0 and " + NEWEST
                            + " are understood. Clone it again with a git that writes those.");
        }
        if (!value(own, "objectformat", "sha1").equals("sha1")) {
            throw new UnusableRepositoryException(
                    Reason.SHA256,
                    gitDir
                            + " names its objects by SHA-256, which cannot be read here. Use a repository made with `git init"
                            + " --object-format=sha1`.");
        }
        if (!value(own, "refstorage", "files").equals("files")) {
            throw new UnusableRepositoryException(
                    Reason.REFTABLE,
                    gitDir + " keeps its references in a reftable, which cannot be read here. Run `git refs migrate"
                            + " --ref-format=files`.");
        }
        Set<String> unknown = new TreeSet<>(own.names("extensions"));
        unknown.removeAll(HARMLESS);
        unknown.removeAll(Set.of("objectformat", "refstorage"));
        if (!unknown.isEmpty()) {
            throw new UnusableRepositoryException(
                    Reason.UNKNOWN_FORMAT,
                    gitDir + " uses extensions that are not understood here: extensions."
                            + String.join(", extensions.", unknown) + ". Clone it again without them.");
        }
    }

    private static String value(GitConfig own, String extension, String otherwise) {
        return own.text("extensions." + extension).orElse(otherwise).toLowerCase(Locale.ROOT);
    }
}
