package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One commit, one snapshot: byte for byte, on whatever machine. */
class SameEverywhereTest {
    private static final String PIPELINE = "ml/pipeline.yml";

    private final Path folder;
    private final GitFixture git;

    SameEverywhereTest(@TempDir Path folder) {
        this.folder = folder;
        this.git = Snapshots.pipeline(folder);
    }

    @BeforeEach
    void commit() {
        byte[] chance = new byte[100_000];
        new Random(1).nextBytes(chance);
        git.write("ml/train/src/schön.txt", "Zeile\n".repeat(30_000))
                .write("ml/train/src/chance.bin", chance)
                .commitAll();
    }

    private byte[] here() throws Exception {
        return Files.readAllBytes(
                Snapshots.write(git, folder.resolve("here"), PIPELINE).zip());
    }

    /** Writes the snapshot of the repository in its first argument into the folder in its second. */
    static final class Write {
        public static void main(String[] arguments) throws Exception {
            Path repository = Path.of(arguments[0]);
            Snapshots.write(
                    GitFixture.at(
                            repository.resolveSibling(""),
                            repository.getFileName().toString()),
                    Path.of(arguments[1]),
                    PIPELINE);
        }
    }

    private byte[] elsewhere(Path java, Path repository, String... options) throws Exception {
        Path target = Files.createTempDirectory(folder, "target");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Write.class.getName(),
                repository.toString(),
                target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readAllBytes(target.resolve("rides-1.0-aml.zip"));
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve("java");
    }

    private static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.timezone=Pacific/Kiritimati -Duser.language=ar -Duser.country=SA",
                "-Duser.timezone=America/Los_Angeles -Duser.language=tr -Dfile.encoding=ISO-8859-1",
                "-XX:ActiveProcessorCount=1 -Xmx64m",
                "-XX:ActiveProcessorCount=8 -Xint"
            })
    void zoneLocaleEncodingAndProcessorsMakeNoDifference(String options) throws Exception {
        assertThat(elsewhere(java(home()), git.top(), options.split(" "))).isEqualTo(here());
    }

    @Test
    void everyOtherJdkOfTheMachineWritesTheSame() throws Exception {
        byte[] here = here();
        for (Path home : jdks()) {
            assertThat(elsewhere(java(home), git.top())).as(home.toString()).isEqualTo(here);
        }
    }

    /** Those beside the one that runs this, as packages install them. */
    private static List<Path> jdks() throws IOException {
        try (Stream<Path> siblings = Files.list(home().getParent())) {
            return siblings.filter(home -> Files.isRegularFile(home.resolve("release")))
                    .filter(home -> Files.isExecutable(java(home)))
                    .filter(SameEverywhereTest::runsThis)
                    .toList();
        }
    }

    private static boolean runsThis(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.replaceAll("\\D+(\\d+).*", "$1"))
                    .anyMatch(feature -> Integer.parseInt(feature) >= 17);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCloneElsewhereDetachedShallowAndWithOtherLineEndingsGivesTheSame() throws Exception {
        Path clone = folder.resolve("clone");
        git.git("-c", "core.autocrlf=true", "clone", "-q", "--depth=1", "file://" + git.top(), clone.toString());
        GitFixture other = GitFixture.at(folder, "clone");
        other.git("config", "core.autocrlf", "true");
        other.git("checkout", "-q", "--detach");
        assertThat(Files.readAllBytes(Snapshots.write(other, folder.resolve("there"), PIPELINE)
                        .zip()))
                .isEqualTo(here());
    }

    @Test
    void aSecondRunGivesTheSameAndAnotherCommitDoesNot() throws Exception {
        byte[] first = here();
        assertThat(here()).isEqualTo(first);
        git.write("unrelated.txt", "changed").commitAll();
        assertThat(Arrays.equals(here(), first)).isFalse();
    }
}
