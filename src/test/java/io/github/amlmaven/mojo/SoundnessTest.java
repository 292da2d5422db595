package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.repository.SnapshotRepository;
import io.github.amlmaven.repository.TeamRepository;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.Snapshots;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundnessTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private Path folder;

    @BeforeEach
    void aFolder(@TempDir Path empty) {
        folder = empty;
    }

    private static void verify(LocatedSnapshot located) throws Exception {
        SignaturePolicy nothing = SignaturePolicy.of(new SignatureParameters(
                "none", Optional.empty(), SignatureParameters.Sigstore.of(null, null, null, null)));
        try (SealedSnapshot snapshot = Soundness.open(located, nothing, new SystemStreamLog())) {
            Soundness.verify(located, snapshot, Snapshots.SILENT);
        }
    }

    private Path snapshot() throws Exception {
        GitFixture git = Snapshots.pipeline(Files.createDirectory(folder.resolve("git")));
        git.commitAll();
        return snapshot(git);
    }

    private Path snapshot(GitFixture git) throws Exception {
        return Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml").zip();
    }

    /** Changes one bit of the content of a file. */
    private static void damage(Path zip) throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        String name = "source/ml/train/src/train.py";
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
        bytes[at + 4] ^= 1;
        Files.write(zip, bytes);
    }

    @Test
    void whatIsSoundNeedsNoRemedy() throws Exception {
        verify(new SnapshotInFile(snapshot(), false));
    }

    @Test
    void aFileWithADamagedEntrySaysFromWhichCommitToMakeItAnew() throws Exception {
        GitFixture git = Snapshots.pipeline(Files.createDirectory(folder.resolve("git")));
        String commit = git.commitAll();
        Path zip = snapshot(git);
        damage(zip);

        assertThatThrownBy(() -> verify(new SnapshotInFile(zip, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        zip + " is refused, and nothing of it was used:\n  source/ml/train/src/train.py: ")
                .hasMessageEndingWith(
                        "\nCopy the file anew from where it is whole, or take the one that a Maven repository"
                                + " has, with -Daml.version or -Daml.commit in the place of -Daml.file. To make it anew, run `git"
                                + " checkout " + commit
                                + "` and `mvn aml:snapshot` in its project, and give the zip in target to"
                                + " -Daml.file.");
    }

    @Test
    void aFileOfWhichNothingCanBeReliedUponSaysWhereTheCommitIsFound() throws Exception {
        Path zip = snapshot();
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> verify(new SnapshotInFile(zip, false)))
                .hasMessageEndingWith(
                        "run `git checkout COMMIT` and `mvn aml:snapshot` in its project, and give the zip in"
                                + " target to -Daml.file. `mvn aml:history` lists the commits.");
        assertThatThrownBy(() -> new SnapshotInFile(zip, false).manifest())
                .hasMessageContaining(": It is no snapshot: ")
                .hasMessageEndingWith("lists the commits.");
    }

    @Test
    void whatThisBuildMadeIsMadeAgain() throws Exception {
        Path zip = Files.writeString(folder.resolve("ml-1.0-aml.zip"), "no zip");

        assertThatThrownBy(() -> new SnapshotInFile(zip, true).manifest())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith(". Make it anew with `mvn clean package`.");
    }

    @Test
    void aDownloadIsDeletedAndMadeAnewFromTheCommitOfTheManifestBesideIt() throws Exception {
        SnapshotRepository repository = new TeamRepository(folder)
                .snapshot("1.0", COMMIT, Map.of())
                .file("1.0", "zip", "no zip")
                .open();

        assertThatThrownBy(() -> verify(new SnapshotInRepository(repository, "1.0")))
                .hasMessageStartingWith("org.example:rides:1.0 is refused, and nothing of it was used:\n")
                .hasMessageContaining("\nDelete " + repository.zip("1.0") + " and run the command again, online,")
                .hasMessageContaining("`git checkout " + COMMIT + "`");
    }

    @Test
    void aCommitThatIsNoneIsNotPutIntoACommand() throws Exception {
        SnapshotRepository repository = new TeamRepository(folder)
                .snapshot("1.0", "$(reboot)", Map.of())
                .file("1.0", "zip", "no zip")
                .open();

        assertThatThrownBy(() -> verify(new SnapshotInRepository(repository, "1.0")))
                .hasMessageContaining("`git checkout COMMIT`")
                .hasMessageNotContaining("reboot");
    }

    @Test
    void aDamagedManifestIsTheFileThatIsDeleted() throws Exception {
        SnapshotRepository repository =
                new TeamRepository(folder).file("1.0", "json", "{").open();

        assertThatThrownBy(() -> new SnapshotInRepository(repository, "1.0").manifest())
                .hasMessageStartingWith("org.example:rides:1.0: This is no manifest of a snapshot: ")
                .hasMessageContaining("Delete " + repository.captured("1.0").file() + " and run");
    }

    @Test
    void aNewerFormatIsNotDamagedAndOnlyANewerPluginHelps() throws Exception {
        Path zip = folder.resolve("newer.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            entries.putNextEntry(new ZipEntry("snapshot.json"));
            entries.write("{\"formatVersion\": 2}".getBytes(StandardCharsets.UTF_8));
        }
        SnapshotInFile file = new SnapshotInFile(zip, false);

        assertThatThrownBy(() -> verify(file)).hasMessageEndingWith("Use a newer version of the plugin.");
        assertThatThrownBy(file::manifest).hasMessageEndingWith("Use a newer version of the plugin.");
    }
}
