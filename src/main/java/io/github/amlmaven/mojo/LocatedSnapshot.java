package io.github.amlmaven.mojo;

import io.github.amlmaven.snapshot.Manifest;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A snapshot that is known to the version, or a file. Nothing of it is verified. */
interface LocatedSnapshot {

    /**
     * Which one, for people.
     *
     * @return its coordinates with the version, or the path of the file
     */
    String name();

    /**
     * What it says of itself. Of a snapshot in a repository only the manifest is downloaded.
     *
     * @return the manifest
     * @throws MojoFailureException when there is no such snapshot, or it is of a newer format
     * @throws MojoExecutionException when a repository could not be asked or a file not be read
     */
    Manifest manifest() throws MojoFailureException, MojoExecutionException;

    /**
     * The snapshot itself.
     *
     * @return the zip, downloaded when it is not there yet
     * @throws MojoFailureException when there is no such snapshot
     * @throws MojoExecutionException when a repository could not be asked
     */
    Path zip() throws MojoFailureException, MojoExecutionException;

    /**
     * A signature of the zip.
     *
     * @param extension how the name of its file goes on behind that of the zip, such as {@code asc}
     * @return the file, downloaded when it is not there yet; nothing when the snapshot was not signed
     * @throws MojoFailureException when nobody knows, since it was not downloaded before and Maven is offline
     * @throws MojoExecutionException when a repository could not be asked
     */
    Optional<Path> signature(String extension) throws MojoFailureException, MojoExecutionException;

    /**
     * What a user does when it is not sound.
     *
     * @param commit the id of the commit that it was made from, as the zip says; nothing when nothing in the zip can be relied upon
     * @return sentences that say how to get one that is
     * @throws MojoFailureException when there is no such snapshot
     * @throws MojoExecutionException when a repository could not be asked
     */
    String remedy(Optional<String> commit) throws MojoFailureException, MojoExecutionException;
}
