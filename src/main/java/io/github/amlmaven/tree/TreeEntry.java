package io.github.amlmaven.tree;

import java.util.Optional;

/**
 * Something in a {@link FileTree}.
 *
 * @param path where it is
 * @param kind what it is
 * @param object the id (40 lower-case hex digits) of the git object that holds it: the blob of a file or a link, the tree of a folder;
 *     absent for a folder that is a submodule, and in a tree that is not from git
 */
public record TreeEntry(TreePath path, Kind kind, Optional<String> object) {

    /** What an entry is. */
    public enum Kind {
        /** A regular file (git mode 100644). */
        FILE("100644"),
        /** A regular file that may be executed (git mode 100755). */
        EXECUTABLE("100755"),
        /** A symbolic link (git mode 120000). */
        LINK("120000"),
        /** A folder (git mode 040000). */
        FOLDER("040000");

        private final String mode;

        Kind(String mode) {
            this.mode = mode;
        }

        /**
         * The mode as git writes it.
         *
         * @return six octal digits
         */
        public String mode() {
            return mode;
        }
    }

    /**
     * Whether it has bytes of its own: a file, executable or not.
     *
     * @return false for folders and links
     */
    public boolean isFile() {
        return kind == Kind.FILE || kind == Kind.EXECUTABLE;
    }
}
