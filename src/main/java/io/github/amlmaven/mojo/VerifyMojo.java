package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Verifies a snapshot: whether it is whole, whether everything that it says of itself is so, and, when its commit is in the git repository that
 * Maven was called in, whether it is what git says. Nothing is written. Every entry that is wrong is named.
 *
 * <p>It needs no project: {@code mvn aml:verify -Daml.file=taxi-fare-1.4.0-aml.zip}.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractSourceMojo {

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.skip", defaultValue = "false")
    boolean skip;

    /**
     * Made by Maven.
     *
     * @param source where snapshots are
     */
    @Inject
    public VerifyMojo(SnapshotSource source) {
        super(source);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("aml.skip is set: nothing is verified.");
            return;
        }
        LocatedSnapshot located = wanted();
        try (SealedSnapshot snapshot = Soundness.open(located.name(), located.zip())) {
            Soundness.verify(located.name(), snapshot, new LoggedProgress(getLog(), "Verifying"));
            boolean compared = isCompared(located, snapshot);
            Manifest manifest = snapshot.manifest();
            getLog().info(located.name() + " is sound: " + manifest.assets().size() + " definitions and "
                    + manifest.files().size() + " files of "
                    + manifest.project().groupId() + ":"
                    + manifest.project().artifactId() + ":" + manifest.project().version() + ".");
            getLog().info("Snapshot " + manifest.id());
            getLog().info("Commit   " + manifest.git().commit()
                    + (compared ? ", and every file is as git has it" : ", which is not in this git repository"));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + located.name() + " failed: " + e.getMessage(), e);
        }
    }

    private boolean isCompared(LocatedSnapshot located, SealedSnapshot snapshot)
            throws MojoFailureException, IOException {
        try (GitRepository repository = GitRepository.open(folder(), BuildEnvironment.of(session))) {
            return Soundness.compare(located.name(), snapshot, repository);
        } catch (UnusableRepositoryException e) {
            getLog().debug("It is not compared with git: " + e.getMessage());
            return false;
        }
    }
}
