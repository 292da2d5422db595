package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.amlmaven.Bounded;
import io.github.amlmaven.git.GitFixture;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Any file is refused with a reason, or it is a snapshot with the contents that it was made with. */
class SnapshotFuzzTest {
    private static Path folder;

    private static byte[] sound = {};
    private static Map<String, String> contents = Map.of();

    @BeforeAll
    static void writeASoundOne(@TempDir Path temporary) throws Exception {
        folder = temporary;
        GitFixture git = Snapshots.pipeline(folder);
        git.commitAll();
        Path zip = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml")
                .zip();
        sound = Files.readAllBytes(zip);
        contents = verified(sound);
        assertThat(contents).isNotEmpty();
    }

    @FuzzTest(maxDuration = "2m")
    void anyFile(byte[] bytes) throws Exception {
        Bounded.run(() -> verified(bytes));
    }

    /** Each three bytes are a place and what is written there. */
    @FuzzTest(maxDuration = "2m")
    void damaged(byte[] bytes) throws Exception {
        byte[] zip = sound.clone();
        for (int i = 0; i + 2 < bytes.length; i += 3) {
            int at = ((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)) % zip.length;
            zip[at] ^= bytes[i + 2];
        }
        Bounded.run(() -> assertThat(verified(zip)).isIn(Map.of(), contents));
    }

    @FuzzTest(maxDuration = "2m")
    void manifest(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("manifest.zip"), sound);
        byte[] zip = RawZip.of(file)
                .change("snapshot.json", entry -> entry.content(bytes))
                .bytes();
        Bounded.run(() -> assertThat(verified(zip)).isIn(Map.of(), contents));
    }

    @FuzzTest(maxDuration = "2m")
    void definition(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("definition.zip"), sound);
        byte[] zip = RawZip.of(file)
                .change("pipelines/ml/pipeline.yml.json", entry -> entry.content(bytes))
                .bytes();
        Bounded.run(() -> verified(zip));
    }

    /** What is in it; nothing when it is refused. */
    private static Map<String, String> verified(byte[] zip) throws Exception {
        Map<String, String> found = new ConcurrentHashMap<>();
        List<Flaw> flaws = SnapshotVerifierTest.flaws(
                Files.write(folder.resolve("any.zip"), zip), file -> new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        found.put(file.path().value(), Arrays.toString(toByteArray()));
                    }
                });
        assertThat(flaws).allSatisfy(flaw -> assertThat(flaw.message()).isNotBlank());
        return flaws.isEmpty() ? found : Map.of();
    }
}
