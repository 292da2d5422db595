package io.github.amlmaven.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a snapshot leaves in the build directory.
 *
 * @param folder the build directory
 * @param name the name of the zip and of the manifest, without their endings
 */
record Output(Path folder, String name) {
    private static final String UNPUBLISHABLE = "-unpublishable";

    /** The zip; a snapshot that must not be published says so in its name. */
    Path zip(boolean publishable) {
        return file(publishable, ".zip");
    }

    /** The manifest, likewise. */
    Path manifest(boolean publishable) {
        return file(publishable, ".json");
    }

    /** The findings, for other programs. */
    Path findings() {
        return folder.resolve("aml").resolve("findings.json");
    }

    /** Removes what an earlier build left, so that nobody takes it for the result of this one. */
    void clear() throws IOException {
        for (boolean publishable : List.of(true, false)) {
            Files.deleteIfExists(zip(publishable));
            Files.deleteIfExists(manifest(publishable));
        }
        Files.deleteIfExists(findings());
    }

    private Path file(boolean publishable, String ending) {
        return folder.resolve(name + (publishable ? "" : UNPUBLISHABLE) + ending);
    }
}
