package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotWriterTest {
    private final Path folder;

    SnapshotWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void holdsTheManifestTheDefinitionsAndTheFilesInTheOrderOfTheirNames() throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.commitAll();

        Snapshot snapshot = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml");

        assertThat(Snapshots.names(snapshot.zip()))
                .containsExactly(
                        "components/ml/train/train.yml.json",
                        "environments/ml/environment.yml.json",
                        "environments/ml/pipeline.yml#jobs/report/environment.json",
                        "pipelines/ml/pipeline.yml.json",
                        "snapshot.json",
                        "source/ml/conda.yml",
                        "source/ml/environment.yml",
                        "source/ml/pipeline.yml",
                        "source/ml/report/report.py",
                        "source/ml/requirements.txt",
                        "source/ml/train/src/lib/a.py",
                        "source/ml/train/src/train.py",
                        "source/ml/train/train.yml");
        assertThat(snapshot.json()).hasContent(Snapshots.text(snapshot.zip(), "snapshot.json"));
    }

    @Test
    void holdsLinksModesSubmodulesAndFilesOfGitLfsAsTheyAre() throws Exception {
        GitFixture library = GitFixture.init(folder, "library").write("lib.py", "l = 1\n");
        String commit = library.commitAll();
        byte[] model = "the model".repeat(1000).getBytes(StandardCharsets.UTF_8);
        String oid =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        GitFixture git = GitFixture.init(folder)
                .write("c.yml", "type: command\ncommand: python run.py\ncode: ./code\n")
                .write("code/run.py", "r = 1\n")
                .write("shared/deep.py", "d = 1\n")
                .write(
                        "code/model.bin",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + oid + "\nsize " + model.length
                                + "\n")
                .write(".git/lfs/objects/" + oid.substring(0, 2) + "/" + oid.substring(2, 4) + "/" + oid, model);
        Files.createSymbolicLink(git.top().resolve("code/deep.py"), Path.of("../shared/deep.py"));
        git.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                library.top().toString(),
                "code/library");
        git.git("add", "--all");
        git.git("update-index", "--chmod=+x", "code/run.py");
        git.commit();

        Snapshot snapshot = Snapshots.write(git, folder.resolve("target"), "c.yml");

        assertThat(snapshot.manifest().files())
                .extracting(file -> file.mode().mode() + " " + file.path() + " " + file.size() + " " + file.lfs())
                .containsExactly(
                        "100644 c.yml 50 false",
                        "120000 code/deep.py 17 false",
                        "100644 code/library/lib.py 6 false",
                        "100644 code/model.bin 9000 true",
                        "100755 code/run.py 6 false",
                        "100644 shared/deep.py 6 false");
        assertThat(snapshot.manifest().git().submodules())
                .containsExactly(new Manifest.Submodule(TreePath.of("code/library"), commit));
        assertThat(snapshot.manifest().files().get(3).sha256()).isEqualTo(oid);
        assertThat(snapshot.manifest().files().get(3).blob())
                .isEqualTo(git.git("rev-parse", "HEAD:code/model.bin").strip());
        try (ZipFile zip = ZipFile.builder().setPath(snapshot.zip()).get()) {
            assertThat(zip.getEntry("source/code/deep.py").isUnixSymlink()).isTrue();
            assertThat(zip.getUnixSymlink(zip.getEntry("source/code/deep.py"))).isEqualTo("../shared/deep.py");
            assertThat(zip.getEntry("source/code/run.py").getUnixMode()).isEqualTo(0100755);
            assertThat(zip.getEntry("source/c.yml").getUnixMode()).isEqualTo(0100644);
            assertThat(zip.getEntry("source/c.yml").getTimeLocal()).isEqualTo("2023-11-14T12:00:00");
        }
    }

    @Test
    void whatWasWrittenReadsAsATreeAndAManifest() throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.commitAll();
        Snapshot snapshot = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml");

        try (SnapshotReader reader = SnapshotReader.open(snapshot.zip())) {
            assertThat(reader.manifest()).isEqualTo(snapshot.manifest());
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            reader.manifest().write(again);
            assertThat(again.toByteArray()).isEqualTo(Files.readAllBytes(snapshot.json()));
            FileTree source = reader.source();
            assertThat(source.children(TreePath.of("ml/train")))
                    .extracting(entry -> entry.path() + " " + entry.kind())
                    .containsExactly("ml/train/src FOLDER", "ml/train/train.yml FILE");
            TreeEntry code = source.find(TreePath.of("ml/train/src/train.py")).orElseThrow();
            assertThat(source.open(code).readAllBytes()).asString().isEqualTo("print('trained')\n");
            assertThat(source.size(code)).isEqualTo(17);
            assertThat(reader.definition(reader.manifest().assets().get(0))
                            .at("/definition/inputs/rate")
                            .asText())
                    .isEqualTo("1.10");
        }
    }

    @Test
    void readsNoZipOfSomebodyElse() throws Exception {
        Path file = Files.writeString(folder.resolve("x.zip"), "no zip");
        assertThatThrownBy(() -> SnapshotReader.open(file)).isInstanceOf(UnreadableSnapshotException.class);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("other.txt"));
        }
        assertThatThrownBy(() -> SnapshotReader.open(file))
                .isInstanceOf(UnreadableSnapshotException.class)
                .hasMessageContaining("snapshot.json");
    }

    @Test
    void aSnapshotThatMustNotBePublishedIsCalledSoAndReplacesTheOther() throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.commitAll();
        Path target = folder.resolve("target");
        Snapshots.write(git, target, "ml/pipeline.yml");
        Snapshots.write(
                git,
                target,
                List.of(new Manifest.Finding("r", "refuse", TreePath.of("x"), 1, 1, "f", "m", "x")),
                "ml/pipeline.yml");
        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder("rides-1.0-aml-unpublishable.json", "rides-1.0-aml-unpublishable.zip");
    }

    @Test
    void nothingIsLeftWhenAFileCannotBeRead() throws Exception {
        GitFixture git = Snapshots.pipeline(folder)
                .write(
                        "ml/train/src/big.bin",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n");
        git.commitAll();
        Path target = folder.resolve("target");
        assertThatThrownBy(() -> Snapshots.write(git, target, "ml/pipeline.yml"))
                .isInstanceOf(LfsObjectMissingException.class);
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void holdsAPathOfThreeHundredCharacters() throws Exception {
        String deep = "ml/train/src/" + "folder/".repeat(40) + "deep.py";
        GitFixture git = Snapshots.pipeline(folder).write(deep, "d = 1\n");
        git.commitAll();
        Snapshot snapshot = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml");
        assertThat(Snapshots.text(snapshot.zip(), "source/" + deep)).isEqualTo("d = 1\n");
    }

    /** The verifier refuses them, so that what could be captured could never be restored. */
    @ParameterizedTest
    @CsvSource({"a.py, A.py", "\u00e9.py, e\u0301.py", "lib/a.py, LIB/b.py"})
    void refusesNamesThatAreOneOnWindowsOrMacOs(String one, String other) {
        SnapshotRequest request = request(
                new MemoryTree(),
                new TreeEntry(TreePath.of(one), TreeEntry.Kind.FILE, Optional.empty()),
                new TreeEntry(TreePath.of(other), TreeEntry.Kind.FILE, Optional.empty()));
        assertThatThrownBy(() -> SnapshotWriter.write(request, folder.resolve("target"), "x", Snapshots.SILENT))
                .isInstanceOf(UncapturableFileException.class)
                .hasMessageContaining("cannot both be on a disk of Windows or macOS. Rename it with `git mv`");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    private static SnapshotRequest request(MemoryTree tree, TreeEntry... files) {
        SortedMap<TreePath, TreeEntry> all = new TreeMap<>();
        for (TreeEntry file : files) {
            all.put(file.path(), file);
        }
        return new SnapshotRequest(
                "test",
                Snapshots.project(),
                new Manifest.Git("c", "t", Instant.EPOCH, List.of()),
                Optional.empty(),
                tree,
                new DefinitionGraph(
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        all,
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE", "LINK"})
    void refusesANameThatIsNoText(TreeEntry.Kind kind) {
        String odd = "\udcff.py";
        TreePath path = TreePath.of(kind == TreeEntry.Kind.LINK ? "link" : odd);
        MemoryTree tree = new MemoryTree().link("link", odd);
        SnapshotRequest request = request(tree, new TreeEntry(path, kind, Optional.empty()));
        assertThatThrownBy(() -> SnapshotWriter.write(request, folder.resolve("target"), "x", Snapshots.SILENT))
                .isInstanceOf(UncapturableFileException.class)
                .hasMessageContaining("not UTF-8");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "/etc/passwd", "..\\up", "C:/x", "c:x", "a\u001b[2J", "other", "over"})
    void refusesALinkThatNoReaderWouldTake(String target) throws Exception {
        // Two that lead to each other, and one that leads out by way of another.
        MemoryTree tree =
                new MemoryTree().link("link", target).link("other", "link").link("over", "other/../../up");
        SnapshotRequest request = request(tree, link("link"), link("other"), link("over"));

        assertThatThrownBy(() -> SnapshotWriter.write(request, folder.resolve("target"), "x", Snapshots.SILENT))
                .isInstanceOf(UncapturableFileException.class)
                .hasMessageMatching("(?s)(link|other|over): This link .*");
        assertThat(folder.resolve("target")).doesNotExist();
    }

    private static TreeEntry link(String path) {
        return new TreeEntry(TreePath.of(path), TreeEntry.Kind.LINK, Optional.empty());
    }
}
