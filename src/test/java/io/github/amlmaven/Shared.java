package io.github.amlmaven;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Material that other people wrote, in the folder {@code ../shared} next to the checkout; it is no part of the repository. */
public final class Shared {

    private static final Path FOLDER = Path.of("..", "shared");

    private Shared() {}

    /**
     * A file or folder of the material. Where there is no such material at all, the running test ends here as skipped.
     *
     * @param path a relative path in the folder, such as {@code corpus}
     * @return the path, which may be missing when the folder itself is there
     */
    public static Path path(String path) {
        assumeTrue(Files.isDirectory(FOLDER), "../shared is not here");
        return FOLDER.resolve(path);
    }
}
