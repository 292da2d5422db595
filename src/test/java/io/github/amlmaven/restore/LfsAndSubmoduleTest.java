package io.github.amlmaven.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.snapshot.Snapshots;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file that Git LFS keeps, and of a submodule, wherever a snapshot that has both is restored to. */
class LfsAndSubmoduleTest {
    private static final String MODEL = "the model".repeat(1000);
    private static final String POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 9000\n";

    private final Path folder;
    private final GitFixture git;
    private final GitFixture library;
    private final String oid;

    private String old = "";
    private Path zip = Path.of("");

    LfsAndSubmoduleTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.library = GitFixture.init(folder, "library").write("lib.py", "l = 1\n");
        this.git = GitFixture.init(folder, "project");
        this.oid = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(MODEL.getBytes(UTF_8)));
    }

    @BeforeEach
    void changeBothAfterTheSnapshot() throws Exception {
        old = library.commitAll();
        git.write("c.yml", "type: command\ncommand: python run.py\ncode: ./code\n")
                .write("code/run.py", "r = 1\n")
                .write("code/model.bin", POINTER.formatted(oid))
                .write(object(), MODEL);
        git.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", library.top() + "", "code/library");
        git.commitAll();
        zip = Snapshots.write(git, folder.resolve("target"), "c.yml").zip();

        library.write("lib.py", "l = 2\n").commitAll();
        git.git("-C", "code/library", "fetch", "-q");
        git.git("-C", "code/library", "checkout", "-q", "origin/HEAD");
        Files.delete(git.path("code/model.bin"));
        git.commitAll();
    }

    private String object() {
        return ".git/lfs/objects/" + oid.substring(0, 2) + "/" + oid.substring(2, 4) + "/" + oid;
    }

    @Test
    void inPlaceTheUserMovesTheSubmoduleAndTheFileItselfIsWritten() throws Exception {
        assertThatThrownBy(() -> Restores.inPlace(git, zip))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("code/library: `git -C code/library fetch && git -C code/library checkout " + old
                        + " && git commit code/library`");
        assertThat(git.path("code/model.bin")).doesNotExist();

        git.git("-C", "code/library", "checkout", "-q", old);
        git.commitAll();
        assertThat(Restores.inPlace(git, zip)).isEmpty();

        assertThat(git.path("code/model.bin")).hasContent(MODEL);
        assertThat(git.path("code/library/lib.py")).hasContent("l = 1\n");
        assertThat(git.git("status", "--porcelain")).isEqualTo("?? code/model.bin\n");
    }

    @Test
    void ontoABranchBothAreAsGitHasThem() throws Exception {
        Files.delete(git.path(object()));

        Restores.branch(git, zip, "back");

        assertThat(git.git("show", "back:code/model.bin")).isEqualTo(POINTER.formatted(oid));
        assertThat(git.path(object())).hasContent(MODEL);
        assertThat(git.git("ls-tree", "back", "code/library")).isEqualTo("160000 commit " + old + "\tcode/library\n");
        assertThat(git.git("diff", "--stat", "HEAD~1", "back")).isEmpty();
    }

    @Test
    void inAFolderBothAreFiles() throws Exception {
        Path target = folder.resolve("restored");
        try (var snapshot = Restores.open(zip)) {
            assertThat(FolderRestore.run(snapshot, target, Snapshots.SILENT)).isEmpty();
        }

        assertThat(Restores.content(target))
                .containsEntry("code/model.bin", MODEL)
                .containsEntry("code/library/lib.py", "l = 1\n")
                .doesNotContainKey(".gitmodules");
    }

    @Test
    void whereItIsNoSubmoduleOnlyAFolderOfItsOwnWillDo() throws Exception {
        GitFixture other = GitFixture.init(folder, "other").write("readme.txt", "another repository\n");
        other.commitAll();

        assertThatThrownBy(() -> Restores.inPlace(other, zip)).hasMessageContaining("-Daml.directory");
        assertThatThrownBy(() -> Restores.branch(other, zip, "back"))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("code/library is a submodule in the snapshot (commit " + old + ") and none here");
        assertThat(Restores.content(other.top())).containsOnlyKeys("/", "readme.txt");
    }
}
