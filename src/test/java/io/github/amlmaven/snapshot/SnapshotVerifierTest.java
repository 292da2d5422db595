package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotVerifierTest {
    private final Path folder;

    SnapshotVerifierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Everything that was told of a file, whichever step told it. */
    static List<Flaw> flaws(Path file) throws Exception {
        return flaws(file, Quarantine.NOWHERE);
    }

    static List<Flaw> flaws(Path file, Quarantine quarantine) throws Exception {
        Verification<SealedSnapshot> opened = SnapshotVerifier.open(file);
        if (opened instanceof Verification.Refused<SealedSnapshot> refused) {
            return refused.flaws();
        }
        try (SealedSnapshot sealed = ((Verification.Sound<SealedSnapshot>) opened).value()) {
            Verification<VerifiedSnapshot<Quarantine>> unsealed = sealed.unseal(quarantine, Snapshots.SILENT);
            return unsealed instanceof Verification.Refused<VerifiedSnapshot<Quarantine>> refused
                    ? refused.flaws()
                    : List.of();
        }
    }

    private GitFixture repository() throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.write("ml/train/src/run.sh", "#!/bin/sh\n");
        assertThat(git.path("ml/train/src/run.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(git.path("ml/train/src/lib/b.py"), Path.of("../train.py"));
        git.commitAll();
        return git;
    }

    private Path snapshot(GitFixture git) throws Exception {
        return Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml").zip();
    }

    @Test
    void whatWasWrittenIsSound() throws Exception {
        Path zip = snapshot(repository());
        Map<String, String> contents = new ConcurrentHashMap<>();

        assertThat(flaws(zip, file -> new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        contents.put(file.path().value(), toString(java.nio.charset.StandardCharsets.UTF_8));
                    }
                }))
                .isEmpty();

        assertThat(contents)
                .containsEntry("ml/train/src/run.sh", "#!/bin/sh\n")
                .containsEntry("ml/train/src/lib/b.py", "../train.py")
                .hasSize(10);
    }

    @Test
    void soIsCodeOfOneFolderThatIsUploadedInThreeWays() throws Exception {
        String command = "{type: command, command: ls, environment: azureml:e:1";
        GitFixture git = GitFixture.init(folder)
                .write("job.yml", command + ", code: ./src}")
                .write("component.yml", command + ", code: ./src, name: a, version: 1}")
                .write("src/alone.yml", command + ", additional_includes: [../lib], name: b, version: 1}")
                .write("src/train.py", "")
                .write("src/__pycache__/train.pyc", "cached")
                .write("lib/util.py", "");
        git.commitAll();

        Snapshot written = Snapshots.write(git, folder.resolve("target"), "component.yml", "job.yml", "src/alone.yml");

        assertThat(flaws(written.zip(), Quarantine.NOWHERE)).isEmpty();
        assertThat(written.manifest().code())
                .extracting(code -> code.reference() + " " + code.files())
                .containsExactly("snapshot:code/src 2", "snapshot:code/src#job 3", "snapshot:code/src#includes+lib 1");
    }

    @Test
    void aSnapshotIsThatOfItsCommitAndOfNoOther() throws Exception {
        GitFixture git = repository();
        Path zip = snapshot(git);
        git.write("ml/train/src/train.py", "print('other')\n").commitAll();
        try (GitRepository repository = git.open();
                SealedSnapshot sealed = ((Verification.Sound<SealedSnapshot>) SnapshotVerifier.open(zip)).value()) {
            Commit own = repository.commit(sealed.manifest().git().commit()).orElseThrow();

            assertThat(sealed.differences(own, List.of())).isEmpty();
            assertThat(sealed.differences(repository.head(), List.of()))
                    .extracting(Flaw::entry)
                    .contains("snapshot.json", "source/ml/train/src/train.py")
                    .doesNotContain("source/ml/conda.yml");
        }
    }

    @Test
    void whatWasVerifiedIsWhatIsReadWhateverTakesItsName() throws Exception {
        Path zip = snapshot(repository());
        try (SnapshotReader snapshot =
                SnapshotReader.of(((Verification.Sound<SealedSnapshot>) SnapshotVerifier.open(zip)).value())) {
            Files.delete(zip);
            Files.writeString(zip, "something else");
            for (Manifest.AssetEntry asset : snapshot.manifest().assets()) {
                assertThat(snapshot.definition(asset).path("source").asText())
                        .isEqualTo(asset.id().source());
            }
            TreeEntry script =
                    snapshot.source().find(TreePath.of("ml/train/src/train.py")).orElseThrow();
            try (InputStream in = snapshot.source().open(script)) {
                assertThat(in).hasContent("print('trained')\n");
            }
        }
        assertThatThrownBy(() -> SnapshotReader.open(zip)).isInstanceOf(UnreadableSnapshotException.class);
    }

    @Test
    void everyBitThatIsFlippedIsNamed() throws Exception {
        GitFixture git = GitFixture.init(folder)
                .write("c.yml", "{type: command, code: s, command: python a.py, environment: 'azureml:e:1'}\n")
                .write("s/a.py", "print(1)\n");
        git.commitAll();
        byte[] sound = Files.readAllBytes(
                Snapshots.write(git, folder.resolve("target"), "c.yml").zip());
        assertThat(flaws(Files.write(folder.resolve("sound.zip"), sound))).isEmpty();

        List<Integer> unnoticed = IntStream.range(0, sound.length)
                .parallel()
                .flatMap(at -> IntStream.range(at * Byte.SIZE, (at + 1) * Byte.SIZE))
                .filter(bit -> flipped(sound, bit).isEmpty())
                .boxed()
                .toList();

        assertThat(unnoticed).isEmpty();
    }

    private List<Flaw> flipped(byte[] sound, int bit) {
        byte[] bytes = sound.clone();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        Path file = folder.resolve("flipped-" + Thread.currentThread().getId() + ".zip");
        try {
            List<Flaw> flaws = flaws(Files.write(file, bytes));
            assertThat(flaws).allSatisfy(flaw -> assertThat(flaw.toString()).endsWith("."));
            return flaws;
        } catch (Exception e) {
            throw new AssertionError("bit " + bit, e);
        }
    }

    @Test
    void straysAreWhatTheCodeWouldUploadAndTheSnapshotDoesNotHave() throws Exception {
        GitFixture git = repository();
        Path zip = snapshot(git);
        git.write("ml/train/src/new.py", "x = 1\n")
                .write("ml/train/src/.amlignore", "notes.md\n")
                .write("ml/train/src/notes.md", "hidden until the ignore file is gone\n")
                .write("ml/beside.py", "not captured\n")
                .commitAll();
        try (GitRepository repository = git.open();
                SealedSnapshot sealed = ((Verification.Sound<SealedSnapshot>) SnapshotVerifier.open(zip)).value()) {
            assertThat(sealed.strays(repository.head()))
                    .extracting(entry -> entry.path().value())
                    .containsExactly("ml/train/src/.amlignore", "ml/train/src/new.py", "ml/train/src/notes.md");
        }
    }

    @Test
    void straysAreFoundBehindALinkToAFolderElsewhere() throws Exception {
        GitFixture git = repository().write("ml/shared/kept.py", "x = 1\n");
        Files.createSymbolicLink(git.path("ml/train/src/shared"), Path.of("../../shared"));
        git.commitAll();
        Path zip = snapshot(git);
        git.git("rm", "-qr", "ml/train/src");
        git.write("ml/shared/new.py", "x = 2\n").commitAll();
        try (GitRepository repository = git.open();
                SealedSnapshot sealed = ((Verification.Sound<SealedSnapshot>) SnapshotVerifier.open(zip)).value()) {
            assertThat(sealed.strays(repository.head()))
                    .extracting(entry -> entry.path().value())
                    .containsExactly("ml/shared/new.py");
        }
    }

    @Test
    void whatASnapshotsOwnIgnoreFileLeavesOutIsNoStray() throws Exception {
        GitFixture git = repository().write("ml/train/src/.amlignore", "notes.md\n");
        git.commitAll();
        Path zip = snapshot(git);
        git.write("ml/train/src/notes.md", "kept\n").commitAll();
        try (GitRepository repository = git.open();
                SealedSnapshot sealed = ((Verification.Sound<SealedSnapshot>) SnapshotVerifier.open(zip)).value()) {
            assertThat(sealed.strays(repository.head())).isEmpty();
            assertThat(sealed.manifest().files())
                    .extracting(Manifest.FileEntry::path)
                    .contains(TreePath.of("ml/train/src/.amlignore"));
        }
    }
}
