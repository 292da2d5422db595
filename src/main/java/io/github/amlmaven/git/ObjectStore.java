package io.github.amlmaven.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The objects of one repository. Safe for several threads: each call borrows a reader, and readers are kept, because a reader remembers the
 * bases of deltas that it has inflated.
 */
final class ObjectStore implements AutoCloseable {
    /** A blob of this many bytes or more is streamed; JGit holds a smaller one in memory while it is read. */
    private static final int STREAMED = 1 << 20;

    /** A folder of a million files. No larger tree is read: a repository must not be able to fill the memory. */
    private static final int LARGEST_TREE = 1 << 26;

    private final Repository repository;
    private final Path gitDir;
    private final Path commonDir;
    private final Optional<Path> workTree;
    private final boolean partial;
    private final PackedObjects packed;
    private final Deque<ObjectReader> idle = new ConcurrentLinkedDeque<>();

    private ObjectStore(Repository repository, Path gitDir, Path commonDir, Optional<Path> workTree, boolean partial) {
        this.repository = repository;
        this.gitDir = gitDir;
        this.commonDir = commonDir;
        this.workTree = workTree;
        this.partial = partial;
        this.packed = new PackedObjects(repository.getObjectDatabase());
    }

    /** Opens the objects of a repository whose format has been checked. */
    static ObjectStore open(Path gitDir, Path commonDir, Optional<Path> workTree, GitConfig own) throws IOException {
        JGitRealm.quieten();
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(gitDir.toFile())
                .setGitCommonDir(commonDir.toFile())
                .setBare()
                .build();
        boolean partial = own.text("extensions.partialclone").isPresent()
                || own.subsections("remote", Set.of("promisor")).stream()
                        .anyMatch(remote -> own.flag("remote." + remote + ".promisor", false));
        return new ObjectStore(repository, gitDir, commonDir, workTree, partial);
    }

    Repository repository() {
        return repository;
    }

    Path gitDir() {
        return gitDir;
    }

    Path commonDir() {
        return commonDir;
    }

    Optional<Path> workTree() {
        return workTree;
    }

    boolean has(AnyObjectId id) throws IOException {
        return with(reader -> reader.has(id));
    }

    /** Whether it has a commit of that id; another object of that id is none. */
    boolean hasCommit(AnyObjectId id) throws IOException {
        return with(reader -> reader.has(id) && reader.open(id).getType() == Constants.OBJ_COMMIT);
    }

    byte[] tree(AnyObjectId id) throws IOException {
        Optional<byte[]> found = packed.read(id, Constants.OBJ_TREE, STREAMED);
        return found.isPresent()
                ? found.get()
                : with(reader -> reader.open(id, Constants.OBJ_TREE).getCachedBytes(LARGEST_TREE));
    }

    RevCommit commit(AnyObjectId id) throws IOException {
        byte[] raw = with(reader -> reader.open(id, Constants.OBJ_COMMIT).getCachedBytes(LARGEST_TREE));
        try {
            return RevCommit.parse(raw);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("The commit " + id.name() + " of " + gitDir + " is malformed. Run `git fsck`.", e);
        }
    }

    /** A blob of at most so many bytes; nothing when it is longer. */
    Optional<byte[]> blob(AnyObjectId id, int longest) throws IOException {
        OptionalLong size = packed.size(id, Constants.OBJ_BLOB);
        if (size.isPresent() && size.getAsLong() > longest) {
            return Optional.empty();
        }
        Optional<byte[]> found = packed.read(id, Constants.OBJ_BLOB, STREAMED);
        return found.isPresent()
                ? found
                : with(reader -> {
                    ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
                    return loader.getSize() > longest ? Optional.empty() : Optional.of(loader.getCachedBytes(longest));
                });
    }

    long size(AnyObjectId id) throws IOException {
        OptionalLong size = packed.size(id, Constants.OBJ_BLOB);
        return size.isPresent() ? size.getAsLong() : with(reader -> reader.getObjectSize(id, Constants.OBJ_BLOB));
    }

    /** A blob, whatever its size. A small one comes as a {@link ByteArrayInputStream}. */
    InputStream open(AnyObjectId id) throws IOException {
        Optional<byte[]> found = packed.read(id, Constants.OBJ_BLOB, STREAMED);
        return found.isPresent()
                ? new ByteArrayInputStream(found.get())
                : with(reader -> {
                    ObjectLoader loader = reader.open(id, Constants.OBJ_BLOB);
                    return loader.isLarge() ? loader.openStream() : new ByteArrayInputStream(loader.getCachedBytes());
                });
    }

    private interface Reading<T> {
        T from(ObjectReader reader) throws IOException;
    }

    private <T> T with(Reading<T> reading) throws IOException {
        ObjectReader reader = idle.poll();
        if (reader == null) {
            reader = repository.newObjectReader();
            reader.setStreamFileThreshold(STREAMED);
        }
        try {
            return reading.from(reader);
        } catch (MissingObjectException e) {
            throw missing(e);
        } catch (LargeObjectException e) {
            throw new IOException(
                    "An object of " + gitDir + " is too large for the memory: " + e.getMessage()
                            + ". Give Maven more, with `MAVEN_OPTS=-Xmx2g`.",
                    e);
        } finally {
            idle.push(reader);
        }
    }

    private ObjectMissingException missing(MissingObjectException e) {
        ObjectId id = e.getObjectId();
        String which = id == null ? "An object" : "Object " + id.name();
        return new ObjectMissingException(
                partial
                        ? which + " is not in the partial clone " + gitDir + ". Run `git fetch --refetch --no-filter`."
                        : which + " is missing in " + gitDir
                                + ". Run `git fsck` to see what is damaged, or clone again.");
    }

    @Override
    public void close() {
        packed.close();
        for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
        repository.close();
    }
}
