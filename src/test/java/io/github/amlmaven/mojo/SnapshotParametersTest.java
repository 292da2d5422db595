package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.repository.Coordinates;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotParametersTest {
    private static final Coordinates TAXI = new Coordinates("com.example", "taxi");
    private static final Coordinates RIDES = new Coordinates("org.example", "rides");
    private static final Optional<Coordinates> IN_TAXI = Optional.of(TAXI);

    private Optional<String> version = Optional.empty();
    private Optional<String> commit = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private Optional<String> artifact = Optional.empty();

    @Test
    void nothingIsMeantWhenNothingIsSaid() throws Exception {
        assertThat(parameters().wanted(IN_TAXI)).isEmpty();
    }

    @Test
    void anArtifactAloneSaysNotWhichSnapshot() throws Exception {
        artifact = Optional.of("org.example:rides");

        assertThat(parameters().wanted(IN_TAXI)).isEmpty();
        assertThat(parameters().coordinates(IN_TAXI)).isEqualTo(RIDES);
    }

    @Test
    void aVersionIsTheProjects() throws Exception {
        version = Optional.of("1.4.0");

        assertThat(parameters().wanted(IN_TAXI)).contains(new Wanted.OfVersion(TAXI, "1.4.0"));
    }

    @Test
    void anArtifactGoesBeforeTheProject() throws Exception {
        artifact = Optional.of("org.example:rides");
        version = Optional.of("1.4.0");

        assertThat(parameters().wanted(IN_TAXI)).contains(new Wanted.OfVersion(RIDES, "1.4.0"));
    }

    @Test
    void anArtifactMaySayTheVersion() throws Exception {
        artifact = Optional.of("org.example:rides:1.4.0");

        assertThat(parameters().wanted(Optional.empty())).contains(new Wanted.OfVersion(RIDES, "1.4.0"));
    }

    @Test
    void previousIsNoVersion() throws Exception {
        version = Optional.of("previous");
        assertThat(parameters().wanted(IN_TAXI)).contains(new Wanted.Previous(TAXI));

        version = Optional.empty();
        artifact = Optional.of("org.example:rides:previous");
        assertThat(parameters().wanted(IN_TAXI)).contains(new Wanted.Previous(RIDES));
    }

    @Test
    void aCommitMayBeAbbreviated() throws Exception {
        commit = Optional.of("2963225E64");

        assertThat(parameters().wanted(IN_TAXI)).contains(new Wanted.OfCommit(TAXI, "2963225E64"));
    }

    @Test
    void aFileNeedsNoProject() throws Exception {
        file = Optional.of(Path.of("rides.zip"));

        assertThat(parameters().wanted(Optional.empty())).contains(new Wanted.InFile(Path.of("rides.zip")));
    }

    @Test
    void whatContradictsIsNamedAtOnce() {
        version = Optional.of("1.4.0");
        commit = Optional.of("2963225e");
        file = Optional.of(Path.of("rides.zip"));
        artifact = Optional.of("org.example:rides:1.3.0");

        assertThatThrownBy(() -> parameters().wanted(IN_TAXI))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Each of these says which snapshot, so give only one: aml.version=1.4.0,"
                        + " aml.commit=2963225e, aml.file=rides.zip, aml.artifact=org.example:rides:1.3.0.");
    }

    @Test
    void aFileSaysItselfWhoseItIs() {
        file = Optional.of(Path.of("rides.zip"));
        artifact = Optional.of("org.example:rides");

        assertThatThrownBy(() -> parameters().wanted(IN_TAXI)).hasMessageContaining("give only one");
    }

    @Test
    void outsideAProjectSomethingMustSayWhose() {
        version = Optional.of("1.4.0");

        assertThatThrownBy(() -> parameters().wanted(Optional.empty()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("-Daml.artifact=groupId:artifactId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rides", "org.example:", ":rides", "org.example:rides:1.0:zip", "org/example:rides", "a b:c"})
    void aMalformedArtifactIsRefused(String malformed) {
        artifact = Optional.of(malformed);

        assertThatThrownBy(() -> parameters().wanted(IN_TAXI))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("aml.artifact is '" + malformed + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.0,2.0)", "(,1.0]", "1.0,1.1", "../1.0", "1.0:zip", ""})
    void whatIsNoVersionIsRefused(String malformed) {
        version = Optional.of(malformed);

        assertThatThrownBy(() -> parameters().wanted(IN_TAXI))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("aml.version is '" + malformed + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "main", "0123456789012345678901234567890123456789a"})
    void whatIsNoCommitIsRefused(String malformed) {
        commit = Optional.of(malformed);

        assertThatThrownBy(() -> parameters().wanted(IN_TAXI))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("aml.commit is '" + malformed + "'");
    }

    @Test
    void allVersionsAreOfAnArtifactWithoutOne() throws Exception {
        assertThat(SnapshotParameters.ofAllVersions(Optional.of("org.example:rides"))
                        .coordinates(IN_TAXI))
                .isEqualTo(RIDES);
        assertThat(SnapshotParameters.ofAllVersions(Optional.empty()).coordinates(IN_TAXI))
                .isEqualTo(TAXI);
        assertThatThrownBy(() -> SnapshotParameters.ofAllVersions(Optional.of("org.example:rides:1.0")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("for all versions");
    }

    private SnapshotParameters parameters() {
        return new SnapshotParameters(version, commit, file, artifact);
    }
}
