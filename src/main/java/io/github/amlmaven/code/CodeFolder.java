package io.github.amlmaven.code;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists the code of a folder or file. */
public final class CodeFolder {
    private CodeFolder() {}

    /**
     * Lists what is uploaded.
     *
     * @param tree the tree
     * @param root the folder or the file
     * @param additionalIncludes what is merged into the folder
     * @return the listing
     * @throws IOException when the tree cannot be read
     */
    public static CodeListing list(FileTree tree, TreePath root, List<TreePath> additionalIncludes) throws IOException {
        List<CodeListing.UploadedFile> files = new ArrayList<>();
        List<TreeEntry> captured = new ArrayList<>();
        walk(tree, root, root, files, captured);
        for (TreePath include : additionalIncludes) {
            walk(tree, include, include.parent(), files, captured);
        }
        return new CodeListing(files, captured, List.of());
    }

    private static void walk(
            FileTree tree, TreePath path, TreePath root, List<CodeListing.UploadedFile> files, List<TreeEntry> captured)
            throws IOException {
        TreeEntry entry =
                tree.find(path).orElse(new TreeEntry(path, TreeEntry.Kind.FOLDER, java.util.Optional.empty()));
        if (entry.isFile()) {
            String name = path.relativeTo(root);
            files.add(new CodeListing.UploadedFile(name.isEmpty() ? path.name() : name, entry));
            captured.add(entry);
        }
        for (TreeEntry child : tree.children(path)) {
            walk(tree, child.path(), root, files, captured);
        }
    }
}
