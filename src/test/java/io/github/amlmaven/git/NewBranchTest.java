package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewBranchTest {
    private static final PersonIdent SOMEBODY = new PersonIdent("C", "c@example.org");

    private GitFixture git;
    private ObjectId head;
    private Repository repository;

    @BeforeEach
    void aRepository(@TempDir Path folder) throws Exception {
        git = GitFixture.init(folder).write("readme.txt", "text\n");
        head = ObjectId.fromString(git.commitAll());
        repository =
                new FileRepositoryBuilder().setGitDir(git.path(".git").toFile()).build();
    }

    @AfterEach
    void isClosed() {
        repository.close();
    }

    private NewBranch branch(String name) throws Exception {
        return NewBranch.of(repository, git.path(".git"), name);
    }

    @Test
    void beginsWithItsCommit() throws Exception {
        branch("back/to-1.0").make(head, SOMEBODY);

        assertThat(git.git("rev-parse", "back/to-1.0").strip()).isEqualTo(head.name());
        assertThat(git.git("reflog", "-1", "back/to-1.0")).contains("branch: Created by aml:restore");
    }

    @Test
    void aNameThatIsNoneOrTakenIsRefusedAtOnce() {
        git.git("branch", "back");

        assertThatThrownBy(() -> branch("a..b")).hasMessageContaining("'a..b' is no name for a branch");
        assertThatThrownBy(() -> branch("back"))
                .isInstanceOfSatisfying(UnusableRepositoryException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.UNUSABLE_BRANCH))
                .hasMessage(
                        "There is a branch back already. Name another one, or delete it with `git branch -D back`.");
    }

    @Test
    void aBranchThatIsTheFolderOfAnotherIsRefusedAtOnce() {
        git.git("branch", "ba/ck");

        assertThatThrownBy(() -> branch("ba")).hasMessageStartingWith("There can be no branch ba beside ba/ck,");
        assertThatThrownBy(() -> branch("ba/ck/1.0"))
                .hasMessageStartingWith("There can be no branch ba/ck/1.0 beside ba/ck,");
    }

    @Test
    void aBranchThatSomebodyElseMadeMeanwhileIsLeftAlone() throws Exception {
        NewBranch branch = branch("back");
        NewBranch above = branch("above");
        git.git("branch", "back");
        git.git("branch", "above/all");

        assertThatThrownBy(() -> branch.make(head, SOMEBODY)).hasMessageStartingWith("There is a branch back already.");
        assertThatThrownBy(() -> above.make(head, SOMEBODY)).hasMessageContaining("beside above/all,");
    }

    @Test
    void aLockNamesItsFileAndAfterItTheBranchIsMade() throws Exception {
        NewBranch branch = branch("back");
        Path lock = Files.createFile(git.path(".git/refs/heads/back.lock"));

        assertThatThrownBy(() -> branch.make(head, SOMEBODY))
                .hasMessage(
                        "The branch back cannot be made: another process of git holds " + lock
                                + ". Wait until it is over and run the command again; when no git is running, delete that file.");
        Files.delete(lock);
        branch.make(head, SOMEBODY);

        assertThat(git.git("rev-parse", "back").strip()).isEqualTo(head.name());
    }

    @Test
    void aCommitThatIsNotThereIsSaidInWords() throws Exception {
        NewBranch branch = branch("back");

        assertThatThrownBy(() -> branch.make(ObjectId.fromString("1".repeat(40)), SOMEBODY))
                .hasMessageContaining("is not in the repository")
                .hasMessageNotContaining("_");
    }
}
