package io.github.amlmaven.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRepositoryTest {
    private static final String FIRST = "1111111111111111111111111111111111111111";
    private static final String SECOND = "1111222222222222222222222222222222222222";

    private Path folder;
    private TeamRepository team;

    @BeforeEach
    void aTeamHasARepository(@TempDir Path empty) {
        folder = empty;
        team = new TeamRepository(folder);
    }

    @Test
    void versionsAreInTheOrderOfMaven() throws Exception {
        team.version("1.9")
                .version("1.10")
                .version("1.10-rc-1")
                .version("2.0-SNAPSHOT")
                .version("1.10.1");

        assertThat(team.open().versions().newestFirst())
                .containsExactly("2.0-SNAPSHOT", "1.10.1", "1.10", "1.10-rc-1", "1.9");
    }

    @Test
    void aVersionThatWasDeployedAMomentAgoIsThere() throws Exception {
        team.version("1.0");
        assertThat(team.open().versions().newestFirst()).containsExactly("1.0");

        team.version("1.1");

        assertThat(team.open().versions().newestFirst()).containsExactly("1.1", "1.0");
    }

    @Test
    void aVersionHasItsManifestItsZipAndItsSignature() throws Exception {
        team.snapshot("1.0", FIRST, Map.of()).file("1.0", "zip", "zip").file("1.0", "zip.asc", "signature");
        SnapshotRepository repository = team.open();

        assertThat(repository.captured("1.0").manifest().git().commit()).isEqualTo(FIRST);
        assertThat(repository.zip("1.0")).startsWith(folder.resolve("local")).hasContent("zip");
        assertThat(repository.signature("1.0", "asc"))
                .hasValueSatisfying(file -> assertThat(file).hasContent("signature"));
    }

    @Test
    void aSnapshotNeedsNoSignature() throws Exception {
        team.snapshot("1.0", FIRST, Map.of());

        assertThat(team.open().signature("1.0", "asc")).isEmpty();
    }

    @Test
    void offlineASignatureIsKnownThatWasDownloadedBefore() throws Exception {
        team.snapshot("1.0", FIRST, Map.of())
                .file("1.0", "zip.asc", "signature")
                .file("1.0", "zip.sigstore.json", "{}");
        team.open().signature("1.0", "asc");

        SnapshotRepository offline = team.offline().open();

        assertThat(offline.signature("1.0", "asc")).isPresent();
        assertThatThrownBy(() -> offline.signature("1.0", "sigstore.json"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessage(
                        "A signature of org.example:rides:1.0 (.sigstore.json) was not downloaded before, and Maven is"
                                + " offline. Leave out -o.");
    }

    @Test
    void aVersionThatDoesNotExistNamesTheNearest() throws Exception {
        for (String version : new String[] {"1.0", "1.1", "1.2", "1.3", "1.5", "1.6", "1.7", "1.8", "1.9"}) {
            team.snapshot(version, FIRST, Map.of());
        }

        assertThatThrownBy(() -> team.open().zip("1.4"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageStartingWith("There is no version 1.4 of org.example:rides in team (file://")
                .hasMessageContaining("settings.xml")
                .hasMessageEndingWith("The nearest are 1.7, 1.6, 1.5, 1.3, 1.2, 1.1.");
    }

    @Test
    void aProjectThatDoesNotExistSaysWhereItWasLookedFor() {
        assertThatThrownBy(() -> team.open().zip("1.4"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageStartingWith("There is no version of org.example:rides in team (file://");
        assertThatThrownBy(() -> team.open().versions())
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageStartingWith("There is no version of org.example:rides in team (file://");
    }

    @Test
    void aVersionOfSomethingElseIsNoSnapshot() throws Exception {
        team.version("1.0");

        assertThatThrownBy(() -> team.open().captured("1.0").manifest())
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageStartingWith("org.example:rides:1.0 is no snapshot:")
                .hasMessageContaining("classifier aml");
    }

    @Test
    void whereThereIsNothingItIsSaidWhoseMayBeMeant() throws Exception {
        team.elsewhere("Say north.");
        assertThatThrownBy(() -> team.open().versions()).hasMessageEndingWith("settings.xml. Say north.");

        team.version("1.0");
        assertThatThrownBy(() -> team.open().zip("1.0")).hasMessageEndingWith("settings.xml. Say north.");
        assertThatThrownBy(() -> team.open().zip("1.1")).hasMessageEndingWith("The nearest are 1.0. Say north.");
        assertThatThrownBy(() -> team.open().before("1.1")).hasMessageEndingWith("settings.xml. Say north.");
        assertThatThrownBy(() -> team.open().ofCommit("abcd")).hasMessageEndingWith("lists them. Say north.");
        assertThatThrownBy(() -> team.offline().open().zip("1.0")).hasMessageEndingWith("-o. Say north.");
    }

    @Test
    void aNewerFormatSaysSo() throws Exception {
        team.file("1.0", "json", "{\"formatVersion\": 2}");

        assertThatThrownBy(() -> team.open().captured("1.0").manifest())
                .isInstanceOf(UnreadableSnapshotException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void offlineEverythingIsKnownThatWasDownloadedBefore() throws Exception {
        team.snapshot("1.0", FIRST, Map.of()).snapshot("1.1", SECOND, Map.of());
        team.open().captured("1.0").manifest();
        team.open().versions();

        SnapshotRepository offline = team.offline().open();

        assertThat(offline.isOffline()).isTrue();
        assertThat(offline.versions().newestFirst()).containsExactly("1.1", "1.0");
        assertThat(offline.captured("1.0").manifest().git().commit()).isEqualTo(FIRST);
        assertThatThrownBy(() -> offline.captured("1.1").manifest())
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessage("The snapshot of org.example:rides:1.1 was not downloaded before, and Maven is offline."
                        + " Leave out -o.");
    }

    @Test
    void offlineNothingIsKnownThatWasNotDownloadedBefore() throws Exception {
        team.snapshot("1.0", FIRST, Map.of());

        assertThatThrownBy(() -> team.offline().open().versions())
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessage("There is no version of org.example:rides among what was downloaded before, and Maven is"
                        + " offline.");
    }

    @Test
    void theVersionBeforeIsTheNewestReleaseWithASnapshot() throws Exception {
        team.snapshot("1.0", FIRST, Map.of())
                .snapshot("1.1", SECOND, Map.of())
                .version("1.2")
                .snapshot("1.3-SNAPSHOT", SECOND, Map.of())
                .snapshot("1.3", SECOND, Map.of());

        assertThat(team.open().before("1.3")).isEqualTo("1.1");
        assertThat(team.open().before("1.1")).isEqualTo("1.0");
        assertThat(team.open().before("9.9")).isEqualTo("1.3");
    }

    @Test
    void theVersionBeforeIsNoReleaseOnlyWhereThereIsNone() throws Exception {
        team.snapshot("1.0-SNAPSHOT", FIRST, Map.of()).snapshot("1.1-SNAPSHOT", SECOND, Map.of());

        assertThat(team.open().before("1.2-SNAPSHOT")).isEqualTo("1.1-SNAPSHOT");
    }

    @Test
    void nothingIsBeforeTheFirst() throws Exception {
        team.snapshot("1.0", FIRST, Map.of());

        assertThatThrownBy(() -> team.open().before("1.0"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageStartingWith("There is no snapshot of org.example:rides that is older than 1.0 in team");
    }

    @Test
    void theVersionBeforeIsNotGuessedWhenARepositoryIsDown() throws Exception {
        team.snapshot("1.0", FIRST, Map.of()).snapshot("1.1", SECOND, Map.of());

        assertThatThrownBy(() -> team.openBesideAnotherThatIsDown().before("1.1"))
                .isInstanceOf(UnavailableRepositoryException.class)
                .hasMessageStartingWith("Nobody knows which version is the one before 1.1. The repository down ")
                .hasMessageNotContainingAny("secret");
    }

    @Test
    void aVersionThatOneRepositoryHasIsThereWhenAnotherIsDown() throws Exception {
        team.snapshot("1.0", FIRST, Map.of());
        SnapshotRepository repository = team.openBesideAnotherThatIsDown();

        assertThat(repository.captured("1.0").manifest().git().commit()).isEqualTo(FIRST);
        assertThat(repository.versions().newestFirst()).containsExactly("1.0");
        assertThat(repository.versions().problems())
                .singleElement()
                .asString()
                .startsWith("The repository down (carrier-pigeon://roof/) could not be asked: ")
                .doesNotContain("secret");
    }

    @Test
    void nobodyKnowsWhetherARepositoryThatIsDownHasAVersion() {
        assertThatThrownBy(() -> team.openBesideAnotherThatIsDown().zip("1.0"))
                .isInstanceOf(UnavailableRepositoryException.class)
                .hasMessageStartingWith("The repository down (carrier-pigeon://roof/) could not be asked: ")
                .hasMessageContaining("credentials")
                .hasMessageNotContainingAny("secret");
    }

    @Test
    void aCommitIsFoundInTheManifestsAlone() throws Exception {
        team.snapshot("1.0", FIRST, Map.of()).snapshot("1.1", SECOND, Map.of()).file("1.1", "zip", "zip");

        assertThat(team.open().ofCommit(FIRST)).isEqualTo("1.0");
        assertThat(team.open().ofCommit("11112")).isEqualTo("1.1");
        assertThat(zips()).isEmpty();
    }

    @Test
    void aCommitOfSeveralVersionsIsThatOfTheNewest() throws Exception {
        team.snapshot("1.0-SNAPSHOT", FIRST, Map.of()).snapshot("1.0", FIRST, Map.of());

        assertThat(team.open().ofCommit("1111")).isEqualTo("1.0");
    }

    @Test
    void tooFewDigitsOfACommitNameAllThatBeginSo() throws Exception {
        team.snapshot("1.0", FIRST, Map.of()).snapshot("1.1", SECOND, Map.of());

        assertThatThrownBy(() -> team.open().ofCommit("1111"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageContaining(FIRST + " (version 1.0)")
                .hasMessageContaining(SECOND + " (version 1.1)");
    }

    @Test
    void aCommitThatIsNowhereSaysWhatCouldNotBeRead() throws Exception {
        team.snapshot("1.0", FIRST, Map.of())
                .file("1.1", "json", "{\"formatVersion\": 2}")
                .version("1.2");

        assertThatThrownBy(() -> team.open().ofCommit("abcd"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageContaining("made from the commit abcd")
                .hasMessageContaining("Not read: 1.1 (The snapshot has format 2");
    }

    @Test
    void aCommitThatIsNowhereMayBeWhereNobodyCouldAsk() throws Exception {
        team.snapshot("1.0", FIRST, Map.of());
        SnapshotRepository repository = team.openBesideAnotherThatIsDown();

        assertThat(repository.ofCommit("1111")).isEqualTo("1.0");
        assertThatThrownBy(() -> repository.ofCommit("abcd"))
                .isInstanceOf(NoSuchSnapshotException.class)
                .hasMessageContaining("made from the commit abcd")
                .hasMessageContaining("The repository down (carrier-pigeon://roof/) could not be asked: ");
    }

    private List<Path> zips() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("local"))) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }
}
