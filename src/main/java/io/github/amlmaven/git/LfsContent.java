package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Gives the files of Git LFS in place of their pointers, without the {@code git-lfs} program. */
final class LfsContent {
    private final GitConfig config;

    LfsContent(GitConfig config) {
        this.config = config;
    }

    Optional<LfsPointer> pointer(ObjectStore store, ObjectId blob) throws IOException {
        return store.blob(blob, LfsPointer.LONGEST).flatMap(LfsPointer::parse);
    }

    InputStream open(CommitFolder holder, TreePath path, ObjectId blob) throws IOException {
        InputStream in = holder.store().open(blob);
        if (!(in instanceof ByteArrayInputStream small) || small.available() > LfsPointer.LONGEST) {
            return in;
        }
        Optional<LfsPointer> pointer = LfsPointer.parse(small.readAllBytes());
        small.reset();
        return pointer.isPresent() ? content(holder, path, pointer.get()) : small;
    }

    private InputStream content(CommitFolder holder, TreePath path, LfsPointer pointer) throws IOException {
        Path file = find(holder, path, pointer).orElseThrow(() -> new LfsObjectMissingException(Map.of(path, pointer)));
        return new VerifiedInputStream(Files.newInputStream(file), pointer.oid(), path.value());
    }

    /** Where the content of a pointer lies: in the store of LFS, or in the working copy. */
    Optional<Path> find(CommitFolder holder, TreePath path, LfsPointer pointer) throws IOException {
        Optional<Path> stored = new LfsStore(holder.store().commonDir(), config).find(pointer);
        if (stored.isPresent()) {
            return stored;
        }
        Optional<Path> file = onDisk(holder, path);
        return file.isPresent() && LfsStore.isContent(file.get(), pointer) ? file : Optional.empty();
    }

    private static Optional<Path> onDisk(CommitFolder holder, TreePath path) {
        TreePath inside = TreePath.of(path.relativeTo(holder.top()));
        return holder.store().workTree().flatMap(top -> new DiskPaths(top).locate(inside));
    }
}
