package io.github.amlmaven.git;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that git has begun in a working copy and not finished. */
public enum Operation {
    /** A merge. */
    MERGE("git merge --continue", "git merge --abort"),
    /** A rebase. */
    REBASE("git rebase --continue", "git rebase --abort"),
    /** Patches from mail. */
    AM("git am --continue", "git am --abort"),
    /** A cherry-pick, or several. */
    CHERRY_PICK("git cherry-pick --continue", "git cherry-pick --abort"),
    /** A revert, or several. */
    REVERT("git revert --continue", "git revert --abort"),
    /** A bisection. */
    BISECT("git bisect good", "git bisect reset");

    private final String goOn;
    private final String giveUp;

    Operation(String goOn, String giveUp) {
        this.goOn = goOn;
        this.giveUp = giveUp;
    }

    /**
     * What ends it.
     *
     * @return the two commands, in words
     */
    public String mend() {
        return "`" + goOn + "` or `" + giveUp + "`";
    }

    /** The files that git keeps while it goes on; see git's wt-status.c. */
    private List<String> traces() {
        return switch (this) {
            case MERGE -> List.of("MERGE_HEAD");
            case REBASE -> List.of("rebase-merge", "rebase-apply/rebasing");
            case AM -> List.of("rebase-apply/applying");
            case CHERRY_PICK -> List.of("CHERRY_PICK_HEAD");
            case REVERT -> List.of("REVERT_HEAD");
            case BISECT -> List.of("BISECT_LOG");
        };
    }

    static Set<Operation> in(Path gitDir) {
        return Stream.of(values())
                .filter(operation -> operation.traces().stream()
                        .anyMatch(trace -> Files.exists(gitDir.resolve(trace), LinkOption.NOFOLLOW_LINKS)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
