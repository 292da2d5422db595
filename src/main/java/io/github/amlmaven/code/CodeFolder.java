package io.github.amlmaven.code;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lists what the Azure ML client 1.35.2 would upload as code ({@code get_upload_files_from_folder} and {@code AdditionalIncludes} there), out
 * of a tree instead of a disk.
 *
 * <p>Links are followed, and what they lead to is uploaded under their name. The client would fail or never end at a link into nothing or in
 * a circle; here both are problems, and so is a link out of the tree.
 */
public final class CodeFolder {
    private final FileTree tree;
    private final CodeUse use;
    private final Upload upload;
    private final IgnoreFiles ignoreFiles;
    private final FolderWalk walk;

    private CodeFolder(FileTree tree, CodeUse use) {
        this.tree = tree;
        this.use = use;
        upload = new Upload();
        ignoreFiles = new IgnoreFiles(tree, upload, use);
        walk = new FolderWalk(tree, upload);
    }

    /**
     * Lists the files of an upload.
     *
     * <p>Without additional includes, the ignore file in the folder's root decides alone. With them, the client first copies all into one
     * folder, which obeys the ignore files of deeper folders, too; of two includes with one name the later wins, and folders are merged. An
     * include with the name of something that is in the folder is a problem.
     *
     * @param tree the tree
     * @param root the folder, or a single file; an upload of nothing is a problem
     * @param additionalIncludes the files and folders that are put into the root of the folder, in the order of the definition; what is no
     *     component's has none
     * @param use what the code is for
     * @return the files, and why the client would refuse them
     * @throws IOException when the tree cannot be read
     */
    public static CodeListing list(FileTree tree, TreePath root, List<TreePath> additionalIncludes, CodeUse use)
            throws IOException {
        return new CodeFolder(tree, use).list(root, additionalIncludes);
    }

    private CodeListing list(TreePath root, List<TreePath> includes) throws IOException {
        Followed code = Followed.of(tree, root);
        code.links().forEach(upload::consult);
        if (code.entry().isEmpty()) {
            missing(root);
        } else if (includes.isEmpty()) {
            list(code.entry().get());
        } else {
            merge(code.entry().get(), includes);
        }
        CodeListing listing = upload.listing();
        if (listing.files().isEmpty() && listing.problems().isEmpty()) {
            upload.problem(
                    "code/empty",
                    folder(root),
                    "Nothing in '" + root + "' would be uploaded.",
                    "Add a file, or mend the ignore file.");
            return upload.listing();
        }
        return listing;
    }

    private void list(TreeEntry code) throws IOException {
        if (code.isFile()) {
            upload.take(code.path().name(), code, List.of());
        } else {
            walk.walk(code.path(), "", UploadScope.of(code.path(), ignoreFiles.rulesOf(code.path())));
        }
    }

    private void merge(TreeEntry code, List<TreePath> includes) throws IOException {
        IgnoreRules rules = code.isFile() ? ignoreFiles.withoutFile() : ignoreFiles.rulesOf(code.path());
        CopyScope scope = CopyScope.of(ignoreFiles, rules);
        if (use == CodeUse.INCLUDES) {
            // Nothing but them.
        } else if (code.isFile()) {
            copy(code, List.of(), scope);
        } else if (!scope.leavesOutAll()) {
            walk.walk(code.path(), "", scope);
        }
        for (TreePath include : includes) {
            include(include, code, scope);
        }
        for (TreeEntry file : upload.shadows()) {
            conflict(file);
        }
        IgnoreRules merged = ignoreFiles.rulesOfUpload();
        upload.giveBack(name -> merged.exclude(List.of(name.split("/", -1))));
    }

    private void include(TreePath include, TreeEntry code, CopyScope scope) throws IOException {
        Followed followed = Followed.of(tree, include);
        if (followed.entry().isEmpty()) {
            missing(include);
        } else if (followed.entry().get().path().isRoot()) {
            upload.problem(
                    "code/include-of-everything",
                    folder(include),
                    "The whole repository would be included under the name of the folder that it was cloned into.",
                    "Include the folders that are needed.");
        } else if (isTaken(followed.entry().get(), code)) {
            conflict(followed.entry().get());
        } else {
            copy(followed.entry().get(), followed.links(), scope);
        }
    }

    /** Whether the code has something of that name; a link to the very include does no harm. */
    private boolean isTaken(TreeEntry include, TreeEntry code) throws IOException {
        if (code.isFile() || use == CodeUse.INCLUDES) {
            return false;
        }
        Optional<TreeEntry> there = tree.find(code.path().child(include.path().name()));
        return there.isPresent()
                && !(there.get().kind() == TreeEntry.Kind.LINK
                        && Followed.of(tree, there.get().path()).entry().equals(Optional.of(include)));
    }

    private void copy(TreeEntry entry, List<TreeEntry> links, CopyScope scope) throws IOException {
        String name = entry.path().name();
        if (!entry.isFile()) {
            links.forEach(upload::consult);
            Optional<Scope> inside = scope.enter(name, entry.path());
            if (inside.isPresent()) {
                walk.walk(entry.path(), name + "/", inside.get());
            }
        } else if (!scope.leavesOut(name)) {
            upload.take(name, entry, links);
        }
    }

    private void conflict(TreeEntry entry) {
        upload.problem(
                "code/include-conflict",
                entry,
                "The code has something else of the name '" + entry.path().name() + "' already.",
                "Rename one of the two.");
    }

    private void missing(TreePath path) {
        upload.problem(
                "code/missing", folder(path), "There is no '" + path + "'.", "Add and commit it, or correct the path.");
    }

    /** Problems need an entry, also about what is not there. */
    private static TreeEntry folder(TreePath path) {
        return new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty());
    }
}
