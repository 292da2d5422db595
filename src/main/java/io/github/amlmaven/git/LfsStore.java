package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The files that Git LFS has fetched: {@code lfs/objects/ab/cd/abcd…} in the repository's common folder, or in {@code lfs.storage}. */
final class LfsStore {
    private final Path objects;

    LfsStore(Path commonDir, GitConfig config) {
        this.objects = commonDir
                .resolve(config.path("lfs.storage").orElse(Path.of("lfs")))
                .resolve("objects");
    }

    /** Where the content of a pointer lies; a file of another length was not fetched whole. */
    Optional<Path> find(LfsPointer pointer) throws IOException {
        String oid = pointer.oid();
        Path file = objects.resolve(oid.substring(0, 2))
                .resolve(oid.substring(2, 4))
                .resolve(oid);
        return Files.isRegularFile(file) && Files.size(file) == pointer.size() ? Optional.of(file) : Optional.empty();
    }

    /** Whether a file on disk is what a pointer stands for. */
    static boolean isContent(Path file, LfsPointer pointer) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == pointer.size()
                && Hashes.sha256(file).equals(pointer.oid());
    }
}
