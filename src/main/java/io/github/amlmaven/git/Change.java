package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.util.Comparator;

/**
 * A difference between the working copy and the commit.
 *
 * @param path what differs, from the top of the repository; a path in a submodule goes through that
 * @param kind how it differs
 * @param detail what more there is to say, such as the file that hides an untracked one; empty when the kind says it all
 */
public record Change(TreePath path, Kind kind, String detail) implements Comparable<Change> {
    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::path).thenComparing(Change::kind).thenComparing(Change::detail);

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }

    /** How a path differs. */
    public enum Kind {
        /** Unmerged, whatever is on disk. */
        CONFLICT("is in conflict", "resolve it, then `git add` and `git commit`"),
        /** In the index and not in the commit. */
        STAGED_ADDED("is added but not committed", "`git commit` it"),
        /** Content or mode in the index is not that of the commit. */
        STAGED_MODIFIED("is staged but not committed", "`git commit` it"),
        /** In the commit and not in the index. */
        STAGED_DELETED("is deleted in the index but not in the commit", "`git commit` that, or `git restore --staged`"),
        /** Announced by {@code git add --intent-to-add} and not in the commit. */
        INTENT_TO_ADD("is announced but not committed", "`git add` and `git commit` it"),
        /** Other content on disk than in the index. */
        MODIFIED("is edited", "`git commit` or `git restore` it"),
        /** In the index and not on disk. */
        DELETED("is deleted", "`git commit` that, or `git restore` it"),
        /** A file where a link should be, a folder where a file should be, or the like. */
        TYPE_CHANGED("is of another type than in the commit", "`git commit` or `git restore` it"),
        /** May be executed on disk and not in the index, or the other way round. */
        MODE_CHANGED("has another mode than in the commit", "`git commit` or `git restore` it"),
        /** Edited or deleted, while git was told to assume that it is not. */
        ASSUMED_UNCHANGED(
                "is edited, and git was told not to look",
                "`git update-index --no-assume-unchanged` it, then `git commit` or `git restore` it"),
        /** Edited, while a sparse checkout leaves it out. */
        SKIPPED(
                "is edited, and git was told to skip it",
                "`git update-index --no-skip-worktree` it, then `git commit` or `git restore` it"),
        /** Not tracked and not ignored. */
        UNTRACKED("is not tracked", "`git add` and `git commit` it, or list it in a committed .gitignore"),
        /** Not tracked, and ignored only by what other clones do not have. */
        HIDDEN_UNTRACKED(
                "is not tracked, and only this clone ignores it",
                "delete it, commit it, or list it in a committed .gitignore"),
        /** A submodule at another commit than the one that is recorded. */
        SUBMODULE_COMMIT(
                "is at another commit than the one recorded",
                "`git add` and `git commit` it, or `git submodule update`"),
        /** A filter command decides what is committed, and it is never run here. */
        FILTERED(
                "goes through a filter command, which is never run here",
                "take its filter attribute away, or leave it out of what is captured");

        private final String what;
        private final String mend;

        Kind(String what, String mend) {
            this.what = what;
            this.mend = mend;
        }

        /**
         * What is wrong, to follow a path in a sentence.
         *
         * @return such as {@code is edited}
         */
        public String what() {
            return what;
        }

        /**
         * What mends it.
         *
         * @return such as {@code `git commit` or `git restore` it}
         */
        public String mend() {
            return mend;
        }
    }
}
