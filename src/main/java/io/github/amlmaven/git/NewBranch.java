package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** A branch that is not there yet. JGit has one word for most of what can stand in its way, so that what it is is looked for here. */
final class NewBranch {
    private final Repository repository;
    private final Path commonDir;
    private final String name;

    private NewBranch(Repository repository, Path commonDir, String name) {
        this.repository = repository;
        this.commonDir = commonDir;
        this.name = name;
    }

    /**
     * Checks that there can be such a branch.
     *
     * @param repository the repository
     * @param commonDir the folder of git that all its working copies share
     * @param name what it will be called, without {@code refs/heads/}
     * @return the branch
     * @throws UnusableRepositoryException when its name is none, or taken
     * @throws IOException when the branches cannot be read
     */
    static NewBranch of(Repository repository, Path commonDir, String name)
            throws UnusableRepositoryException, IOException {
        NewBranch branch = new NewBranch(repository, commonDir, name);
        if (!Repository.isValidRefName(branch.ref()) || name.startsWith("-") || name.equals(Constants.HEAD)) {
            throw unusable("'" + name + "' is no name for a branch; see `git check-ref-format --help`.");
        }
        branch.refuseTaken();
        return branch;
    }

    /**
     * Makes it, in one step.
     *
     * @param commit where it begins
     * @param who makes it, for the reflog
     * @throws UnusableRepositoryException when somebody else got in the way meanwhile
     * @throws IOException when it cannot be written
     */
    void make(ObjectId commit, PersonIdent who) throws UnusableRepositoryException, IOException {
        RefUpdate update = repository.updateRef(ref());
        update.setExpectedOldObjectId(ObjectId.zeroId());
        update.setNewObjectId(commit);
        update.setRefLogIdent(who);
        update.setRefLogMessage("branch: Created by aml:restore", false);
        RefUpdate.Result result = update.update();
        if (result == RefUpdate.Result.NEW) {
            return;
        }
        refuseTaken();
        Path lock = commonDir.resolve(ref() + ".lock");
        if (Files.exists(lock)) {
            throw unusable("The branch " + name + " cannot be made: another process of git holds " + lock
                    + ". Wait until it is over and run the command again; when no git is running, delete that file.");
        }
        throw unusable("The branch " + name + " cannot be made: "
                + (result == RefUpdate.Result.LOCK_FAILURE
                        ? "another process of git was in its way, which is gone. Run the command again."
                        : "what it would refer to is not in the repository, or no reference can be written there ("
                                + result.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + "). See what `git fsck` says, and whether the disk is full."));
    }

    private void refuseTaken() throws UnusableRepositoryException, IOException {
        if (repository.exactRef(ref()) != null) {
            throw unusable("There is a branch " + name + " already. Name another one, or delete it with `git branch -D "
                    + name + "`.");
        }
        Collection<String> conflicting = repository.getRefDatabase().getConflictingNames(ref());
        if (!conflicting.isEmpty()) {
            throw unusable(
                    "There can be no branch " + name + " beside "
                            + conflicting.stream()
                                    .sorted()
                                    .map(Repository::shortenRefName)
                                    .collect(Collectors.joining(", "))
                            + ", since git keeps branches as files, and one would be the folder of the other. Name another one.");
        }
    }

    private String ref() {
        return Constants.R_HEADS + name;
    }

    private static UnusableRepositoryException unusable(String message) {
        return new UnusableRepositoryException(Reason.UNUSABLE_BRANCH, message);
    }
}
