package io.github.amlmaven.publish;

import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.BlobContent;
import io.github.amlmaven.workspace.WorkspaceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The blobs that a folder or a file becomes.
 *
 * @param root what the blobs are called before their own names: the name of the folder, or nothing for a single file
 * @param files the files, by the names that they get below that
 * @param tree where their bytes are
 */
record Upload(String root, List<UploadedFile> files, FileTree tree) {

    /**
     * Lists an upload.
     *
     * @param tree the files of the snapshot
     * @param path the folder or the file
     * @param includes what is merged into the folder
     * @param use what it is for
     * @return what is uploaded
     * @throws IOException when the snapshot cannot be read
     */
    static Upload of(FileTree tree, TreePath path, List<TreePath> includes, CodeUse use) throws IOException {
        boolean file = tree.find(path).filter(TreeEntry::isFile).isPresent();
        String name = path.isRoot() ? "repository" : path.name();
        return new Upload(
                file ? "" : name, CodeFolder.list(tree, path, includes, use).files(), tree);
    }

    /** What is called so in the container: the folder, or the place of the file. */
    String place(String address) {
        return root.isEmpty() ? address + "/" : address + "/" + root;
    }

    /** What a single file, or the folder, is called in the container. */
    String name() {
        return root.isEmpty() ? files.get(0).name() : root;
    }

    String blob(UploadedFile file) {
        return root.isEmpty() ? file.name() : root + "/" + file.name();
    }

    /**
     * Whether all of it is there.
     *
     * @param container where to look
     * @param folder what the blobs are called before, with {@code /} at its end
     */
    boolean isIn(BlobContainer container, String folder) throws WorkspaceException, InterruptedException {
        Set<String> there = container.names(folder);
        return files.stream().allMatch(file -> there.contains(folder + blob(file)));
    }

    /**
     * Writes what is missing.
     *
     * @param container where to
     * @param folder what the blobs are called before, with {@code /} at its end; or nothing
     * @param crew who does it
     * @param bytes counts what was written
     */
    void write(BlobContainer container, String folder, Crew crew, AtomicLong bytes)
            throws IOException, WorkspaceException, InterruptedException {
        Set<String> there = container.names(folder);
        List<Crew.Task> tasks = new ArrayList<>();
        for (UploadedFile file : files) {
            String name = folder + blob(file);
            if (!there.contains(name)) {
                tasks.add(() -> {
                    BlobContent content = content(file.entry());
                    container.write(name, content, Map.of());
                    bytes.addAndGet(content.size());
                });
            }
        }
        crew.all(tasks);
    }

    private BlobContent content(TreeEntry file) throws IOException {
        long size = tree.size(file);
        return new BlobContent() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return tree.open(file);
            }
        };
    }
}
