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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** Opens snapshots for goals that take nothing at its word. */
final class Soundness {
    private Soundness() {}

    /**
     * Opens a snapshot.
     *
     * @param name which, for people
     * @param zip the file
     * @return the snapshot, of which everything but the contents of the files is verified; to be closed
     * @throws MojoFailureException when it is not sound, with everything that is wrong
     * @throws IOException when it cannot be read
     */
    static SealedSnapshot open(String name, Path zip) throws MojoFailureException, IOException {
        Verification<SealedSnapshot> opened = SnapshotVerifier.open(zip);
        if (opened instanceof Verification.Refused<SealedSnapshot> refused) {
            throw refusal(name, refused.flaws());
        }
        return ((Verification.Sound<SealedSnapshot>) opened).value();
    }

    /**
     * Verifies the contents of the files as well.
     *
     * @param name which, for people
     * @param snapshot the snapshot
     * @param progress hears how far it is
     * @throws MojoFailureException when it is not sound, with everything that is wrong
     * @throws IOException when it cannot be read
     */
    static void verify(String name, SealedSnapshot snapshot, Progress progress)
            throws MojoFailureException, IOException {
        Verification<VerifiedSnapshot<Quarantine>> whole = snapshot.unseal(Quarantine.NOWHERE, progress);
        if (whole instanceof Verification.Refused<VerifiedSnapshot<Quarantine>> refused) {
            throw refusal(name, refused.flaws());
        }
    }

    /**
     * Compares a snapshot with its commit, when a repository has that.
     *
     * @param name which, for people
     * @param snapshot the snapshot
     * @param repository the repository
     * @return whether the repository has the commit
     * @throws MojoFailureException when it is not what the commit is
     * @throws IOException when the commit cannot be read
     */
    static boolean compare(String name, SealedSnapshot snapshot, GitRepository repository)
            throws MojoFailureException, IOException {
        Optional<Commit> commit = repository.commit(snapshot.manifest().git().commit());
        if (commit.isPresent()) {
            refuse(name, snapshot.differences(commit.get(), commit.get().absentSubmodules()));
        }
        return commit.isPresent();
    }

    /** Fails when anything is wrong. */
    static void refuse(String name, List<Flaw> flaws) throws MojoFailureException {
        if (!flaws.isEmpty()) {
            throw refusal(name, flaws);
        }
    }

    private static MojoFailureException refusal(String name, List<Flaw> flaws) {
        return new MojoFailureException(name + " is refused, and nothing of it was used:\n"
                + flaws.stream().map(flaw -> "  " + flaw).collect(Collectors.joining("\n")));
    }
}
