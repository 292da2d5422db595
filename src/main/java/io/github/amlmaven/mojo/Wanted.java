package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Coordinates;
import java.nio.file.Path;

/** Which snapshot is meant. */
sealed interface Wanted {

    /**
     * One that is a file.
     *
     * @param file the zip
     */
    record InFile(Path file) implements Wanted {}

    /** One that a Maven repository has. */
    sealed interface Published extends Wanted {
        /**
         * Whose it is.
         *
         * @return the artifact, without a version
         */
        Coordinates coordinates();
    }

    /**
     * That of a version.
     *
     * @param coordinates whose
     * @param version a Maven version
     */
    record OfVersion(Coordinates coordinates, String version) implements Published {}

    /**
     * That of a commit.
     *
     * @param coordinates whose
     * @param commit the commit's id, or how it begins
     */
    record OfCommit(Coordinates coordinates, String commit) implements Published {}

    /**
     * That before another one, which only the goal knows.
     *
     * @param coordinates whose
     */
    record Previous(Coordinates coordinates) implements Published {}
}
