package io.github.amlmaven.mojo;

import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.Quarantine;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.SnapshotVerifier;
import io.github.amlmaven.snapshot.Verification;
import io.github.amlmaven.snapshot.VerifiedSnapshot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Opens snapshots for goals that take nothing at its word. */
final class Soundness {
    private Soundness() {}

    /**
     * Opens a snapshot. The file is opened once: what is signed and verified is what is read, and not what its name leads to a moment later.
     *
     * @param located which
     * @param policy how it has to be signed, which is looked at first
     * @param log hears who signed it
     * @return the snapshot, of which everything but the contents of the files is verified; to be closed
     * @throws MojoFailureException when it is not sound, with everything that is wrong
     * @throws MojoExecutionException when a repository could not be asked
     * @throws IOException when it cannot be read
     */
    static SealedSnapshot open(LocatedSnapshot located, SignaturePolicy policy, Log log)
            throws MojoFailureException, MojoExecutionException, IOException {
        Verification<SealedSnapshot> opened = SnapshotVerifier.open(signed(located, policy, log));
        if (opened instanceof Verification.Refused<SealedSnapshot> refused) {
            throw refusal(located.name(), refused.flaws(), refused.isNewer() ? "" : located.remedy(Optional.empty()));
        }
        return ((Verification.Sound<SealedSnapshot>) opened).value();
    }

    private static FileChannel signed(LocatedSnapshot located, SignaturePolicy policy, Log log)
            throws MojoFailureException, MojoExecutionException, IOException {
        FileChannel zip = FileChannel.open(located.zip(), StandardOpenOption.READ);
        try {
            policy.check(located, zip).ifPresent(log::info);
        } catch (MojoFailureException | MojoExecutionException | RuntimeException e) {
            zip.close();
            throw e;
        }
        return zip;
    }

    /**
     * Verifies the contents of the files as well.
     *
     * @param located which
     * @param snapshot the snapshot
     * @param progress hears how far it is
     * @throws MojoFailureException when it is not sound, with everything that is wrong
     * @throws MojoExecutionException when a repository could not be asked
     * @throws IOException when it cannot be read
     */
    static void verify(LocatedSnapshot located, SealedSnapshot snapshot, Progress progress)
            throws MojoFailureException, MojoExecutionException, IOException {
        Verification<VerifiedSnapshot<Quarantine>> whole = snapshot.unseal(Quarantine.NOWHERE, progress);
        if (whole instanceof Verification.Refused<VerifiedSnapshot<Quarantine>> refused) {
            refuse(located, snapshot, refused.flaws());
        }
    }

    /**
     * Compares a snapshot with its commit, when a repository has that.
     *
     * @param located which
     * @param snapshot the snapshot
     * @param repository the repository
     * @return whether the repository has the commit
     * @throws MojoFailureException when it is not what the commit is
     * @throws MojoExecutionException when a repository could not be asked
     * @throws IOException when the commit cannot be read
     */
    static boolean compare(LocatedSnapshot located, SealedSnapshot snapshot, GitRepository repository)
            throws MojoFailureException, MojoExecutionException, IOException {
        Optional<Commit> commit = repository.commit(snapshot.manifest().git().commit());
        if (commit.isPresent()) {
            refuse(
                    located,
                    snapshot,
                    snapshot.differences(commit.get(), commit.get().absentSubmodules()));
        }
        return commit.isPresent();
    }

    /** Fails when anything is wrong. */
    static void refuse(LocatedSnapshot located, SealedSnapshot snapshot, List<Flaw> flaws)
            throws MojoFailureException, MojoExecutionException {
        if (!flaws.isEmpty()) {
            Optional<String> commit = Optional.of(snapshot.manifest().git().commit());
            throw refusal(located.name(), flaws, located.remedy(commit));
        }
    }

    private static MojoFailureException refusal(String name, List<Flaw> flaws, String remedy) {
        return new MojoFailureException(name + " is refused, and nothing of it was used:\n"
                + flaws.stream().map(flaw -> "  " + flaw).collect(Collectors.joining("\n"))
                + (remedy.isEmpty() ? "" : "\n" + remedy));
    }
}
