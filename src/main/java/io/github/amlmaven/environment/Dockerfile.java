package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import java.util.List;

/**
 * What a Dockerfile takes from elsewhere.
 *
 * @param location where it begins
 * @param images every image that it is built from: {@code FROM}, {@code COPY --from} and {@code RUN --mount=from}
 * @param instructions all of it, in the order of the file
 */
public record Dockerfile(Location location, List<DockerImage> images, List<Instruction> instructions) {

    /** Takes its own copies. */
    public Dockerfile {
        images = List.copyOf(images);
        instructions = List.copyOf(instructions);
    }

    /**
     * An instruction, its continuation lines joined.
     *
     * @param keyword the keyword in upper case; for {@code ONBUILD} that of the instruction behind it
     * @param arguments what follows the keyword, the texts of heredocs included; a secret in it is replaced by {@code ***}
     */
    public record Instruction(String keyword, Token arguments) {}
}
