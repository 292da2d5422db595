package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The files that Git LFS has fetched: {@code lfs/objects/ab/cd/abcd…} in the repository's common folder, or in {@code lfs.storage}. */
final class LfsStore {
    private final Path objects;

    LfsStore(Path commonDir, GitConfig config) {
        this.objects = commonDir
                .resolve(config.path("lfs.storage").orElse(Path.of("lfs")))
                .resolve("objects");
    }

    private Path place(LfsPointer pointer) {
        String oid = pointer.oid();
        return objects.resolve(oid.substring(0, 2)).resolve(oid.substring(2, 4)).resolve(oid);
    }

    /** Puts content where Git LFS would have fetched it to; it appears when it is whole. */
    void add(Path content, LfsPointer pointer) throws IOException {
        if (find(pointer).isEmpty()) {
            Path file = place(pointer);
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "restored", null);
            try {
                Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Where the content of a pointer lies; a file of another length was not fetched whole. */
    Optional<Path> find(LfsPointer pointer) throws IOException {
        Path file = place(pointer);
        return Files.isRegularFile(file) && Files.size(file) == pointer.size() ? Optional.of(file) : Optional.empty();
    }

    /** Whether a file on disk is what a pointer stands for. */
    static boolean isContent(Path file, LfsPointer pointer) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == pointer.size()
                && Hashes.sha256(file).equals(pointer.oid());
    }
}
