package io.github.amlmaven.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.repository.History.Captured;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReaderTest {
    private static final String COMMIT = "1111111111111111111111111111111111111111";

    private TeamRepository team;

    @BeforeEach
    void aTeamHasARepository(@TempDir Path folder) {
        team = new TeamRepository(folder);
    }

    @Test
    void everyVersionIsComparedWithTheSnapshotBefore() throws Exception {
        team.snapshot("1.0", COMMIT, Map.of("a.yml", "1", "b.yml", "1"))
                .version("1.1")
                .snapshot("1.2", COMMIT, Map.of("a.yml", "2", "c.yml", "1"));

        History history = HistoryReader.read(team.open(), 10);

        assertThat(history.coordinates()).hasToString("org.example:rides");
        assertThat(history.entries()).extracting(History.Entry::version).containsExactly("1.2", "1.1", "1.0");
        assertThat(history.entries().get(1)).isEqualTo(new History.NotCaptured("1.1"));
        assertThat(captured(history, 2).change()).isEmpty();
        assertThat(captured(history, 0).repository()).isEqualTo("team");
        assertThat(captured(history, 0).pipelines()).containsExactly("a.yml", "c.yml");
        assertThat(captured(history, 0).change()).hasValueSatisfying(change -> {
            assertThat(change.since()).isEqualTo("1.0");
            assertThat(change.difference().code().isEmpty()).isTrue();
            assertThat(change.difference().assets().added()).hasToString("[snapshot:pipeline/c.yml]");
            assertThat(change.difference().assets().removed()).hasToString("[snapshot:pipeline/b.yml]");
            assertThat(change.difference().assets().changed()).hasToString("[snapshot:pipeline/a.yml]");
        });
    }

    @Test
    void theLastThatIsListedIsComparedWithTheOneAfterIt() throws Exception {
        team.snapshot("1.0", COMMIT, Map.of())
                .snapshot("1.1", COMMIT, Map.of())
                .snapshot("1.2", COMMIT, Map.of("a.yml", "1"));

        History history = HistoryReader.read(team.open(), 1);

        assertThat(history.entries()).hasSize(1);
        assertThat(history.older()).isEqualTo(2);
        assertThat(captured(history, 0).change()).hasValueSatisfying(change -> {
            assertThat(change.since()).isEqualTo("1.1");
            assertThat(change.difference().isEmpty()).isFalse();
        });
    }

    @Test
    void aManifestOfANewerFormatIsNamedAndPassedOver() throws Exception {
        team.snapshot("1.0", COMMIT, Map.of())
                .file("1.1", "json", "{\"formatVersion\": 2}")
                .snapshot("1.2", COMMIT, Map.of());

        List<History.Entry> entries = HistoryReader.read(team.open(), 10).entries();

        assertThat(entries.get(1)).isInstanceOfSatisfying(History.Unreadable.class, entry -> {
            assertThat(entry.reason()).contains("format 2");
            assertThat(entry.damaged()).isEmpty();
        });
        assertThat(entries.get(0)).isInstanceOfSatisfying(Captured.class, entry -> assertThat(entry.change())
                .hasValueSatisfying(change -> {
                    assertThat(change.since()).isEqualTo("1.0");
                    assertThat(change.difference().isEmpty()).isTrue();
                }));
    }

    @Test
    void aManifestThatIsMadeToFillTheMemoryIsNamedAndPassedOver() throws Exception {
        team.snapshot("1.0", COMMIT, Map.of())
                .file("1.1", "json", "{\"allowDirty\":" + "[".repeat(100_000))
                .file("1.2", "json", "{\"id\":\"" + "x".repeat(2 << 20) + "\"}")
                .file("1.3", "json", "{\"allowDirty\":[" + "0,".repeat(11_000_000) + "0]}")
                .snapshot("1.4", COMMIT, Map.of());

        List<History.Entry> entries = HistoryReader.read(team.open(), 10).entries();

        assertThat(entries.subList(1, 4))
                .allSatisfy(one -> assertThat(one).isInstanceOfSatisfying(History.Unreadable.class, entry -> {
                    assertThat(entry.reason())
                            .isEqualTo("This is no manifest of a snapshot: one has at most 134217728 bytes, 10000000"
                                    + " names and values, 32 levels, and 1048576 characters in a text.");
                    assertThat(entry.damaged()).hasValueSatisfying(file -> assertThat(file)
                            .isRegularFile()
                            .hasFileName("rides-" + entry.version() + "-aml.json"));
                }));
        assertThat(entries.get(0)).isInstanceOfSatisfying(Captured.class, entry -> assertThat(entry.change())
                .hasValueSatisfying(change -> assertThat(change.since()).isEqualTo("1.0")));
        assertThat(team.open().ofCommit(COMMIT)).isEqualTo("1.4");
    }

    @Test
    void offlineAVersionThatWasNotDownloadedMayHaveASnapshot() throws Exception {
        team.snapshot("1.0", COMMIT, Map.of()).snapshot("1.1", COMMIT, Map.of());
        team.open().captured("1.0").manifest();
        team.open().versions();

        assertThat(HistoryReader.read(team.offline().open(), 10).entries())
                .first()
                .isEqualTo(new History.NotDownloaded("1.1"));
    }

    private static Captured captured(History history, int index) {
        return (Captured) history.entries().get(index);
    }
}
