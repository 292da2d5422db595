package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine where JGit has never run: a JVM of its own, with a home of its own. */
class JGitRealmTest {
    private final Path folder;

    JGitRealmTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void neitherMeasuresTheFileSystemNorWritesToTheHome() throws Exception {
        GitFixture git = committed();

        assertThat(run(Ours.class, git.top())).isEqualTo("read, resolution PT2S");
        assertThat(files(home())).isEmpty();
    }

    @Test
    void wouldMeasureAndWriteWhenLeftAlone() throws Exception {
        GitFixture git = committed();

        assertThat(run(Plain.class, git.top())).startsWith("measured ");
        assertThat(files(home())).isNotEmpty();
    }

    private GitFixture committed() {
        GitFixture git = GitFixture.init(folder).write("pom.xml", "1");
        git.commitAll();
        git.git("gc", "-q");
        return git;
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("fresh"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String run(Class<?> program, Path repository) throws IOException {
        Path home = home();
        return OwnJvm.run(
                folder,
                program,
                Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve(".config").toString()),
                repository.toString());
    }

    /** Looks for an object that is not there, upon which JGit looks whether the fresh pack folder has changed. */
    static final class Ours {
        public static void main(String[] arguments) throws Exception {
            Path top = Path.of(arguments[0]);
            try (GitRepository repository = GitRepository.open(top, Map.of())) {
                boolean isClean = repository.workingTree().status(List.of()).isClean();
                GitConfig none = GitConfig.of(List.of(), Optional.empty());
                Path gitDir = repository.gitDir();
                try (ObjectStore store = ObjectStore.open(gitDir, gitDir, Optional.empty(), none)) {
                    boolean isThere =
                            store.has(ObjectId.fromString(repository.head().id()))
                                    && !store.has(ObjectId.fromString("0123456789012345678901234567890123456789"));
                    String resolution = FS.getFileStoreAttributes(gitDir)
                            .getFsTimestampResolution()
                            .toString();
                    System.out.println((isClean && isThere ? "read" : "wrong") + ", resolution " + resolution);
                }
            }
        }
    }

    /** The same without the realm. */
    static final class Plain {
        public static void main(String[] arguments) throws Exception {
            try (var repository = new FileRepositoryBuilder()
                    .setGitDir(Path.of(arguments[0]).resolve(".git").toFile())
                    .setBare()
                    .build()) {
                ObjectId head = repository.resolve(Constants.HEAD);
                repository.getObjectDatabase().has(head);
                repository.getObjectDatabase().has(ObjectId.fromString("0123456789012345678901234567890123456789"));
                System.out.println("measured "
                        + FS.getFileStoreAttributes(repository.getDirectory().toPath())
                                .getFsTimestampResolution());
            }
        }
    }
}
