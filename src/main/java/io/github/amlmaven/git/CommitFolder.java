package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreeEntry.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * One tree object, read.
 *
 * @param store the repository that has it
 * @param top where that repository begins: the root, or the path of a submodule
 * @param topTree the tree object at {@code top}
 * @param children what it holds, by name
 * @param entries the same in the order of paths
 */
record CommitFolder(
        ObjectStore store, TreePath top, ObjectId topTree, Map<String, Child> children, List<TreeEntry> entries) {

    /** No file system of today takes a longer path, and code that goes down it must come to an end. */
    static final int LONGEST_PATH = 4096;

    /**
     * Something in it.
     *
     * @param entry how it looks from outside; a submodule looks like a folder
     * @param id the object, or the commit of a submodule
     * @param isSubmodule whether it is another repository
     */
    record Child(TreeEntry entry, ObjectId id, boolean isSubmodule) {}

    /** The tree that a commit records. */
    static ObjectId treeOf(ObjectStore store, ObjectId commit) throws IOException {
        return store.commit(commit).getTree().getId();
    }

    static CommitFolder read(ObjectStore store, TreePath top, ObjectId topTree, TreePath path, ObjectId tree)
            throws IOException {
        if (path.value().length() > LONGEST_PATH) {
            throw new IOException("The commit has a folder whose path is longer than " + LONGEST_PATH + " characters: "
                    + path.value().substring(0, 40) + "...");
        }
        Map<String, Child> children = new HashMap<>();
        byte[] raw = store.tree(tree);
        try {
            CanonicalTreeParser parser = new CanonicalTreeParser();
            for (parser.reset(raw); !parser.eof(); parser.next()) {
                byte[] bytes = new byte[parser.getNameLength()];
                parser.getName(bytes, 0);
                String name = PathText.decode(bytes);
                Child child = child(path, name, parser);
                if (children.put(name, child) != null) {
                    throw damaged(path, tree);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(path, tree);
        }
        List<TreeEntry> entries = children.values().stream()
                .map(Child::entry)
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .toList();
        return new CommitFolder(store, top, topTree, Map.copyOf(children), entries);
    }

    private static Child child(TreePath path, String name, CanonicalTreeParser parser) {
        if (name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(name);
        }
        ObjectId id = parser.getEntryObjectId();
        FileMode mode = parser.getEntryFileMode();
        Kind kind =
                switch (mode.getObjectType()) {
                    case Constants.OBJ_TREE, Constants.OBJ_COMMIT -> Kind.FOLDER;
                    case Constants.OBJ_BLOB ->
                        mode == FileMode.SYMLINK
                                ? Kind.LINK
                                : mode == FileMode.EXECUTABLE_FILE ? Kind.EXECUTABLE : Kind.FILE;
                    default -> throw new IllegalArgumentException(mode.toString());
                };
        boolean submodule = mode == FileMode.GITLINK;
        Optional<String> object = submodule ? Optional.empty() : Optional.of(id.name());
        return new Child(new TreeEntry(path.child(name), kind, object), id, submodule);
    }

    private static IOException damaged(TreePath path, ObjectId tree) {
        return new IOException("The tree " + tree.name() + " of '" + path + "' is malformed. Run `git fsck`.");
    }
}
