package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.publish.Running;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.wire.Stamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** One version is live when all that is live is what it has. */
class LiveVersionTest {
    private static final Map<String, Manifest> MANIFESTS = Map.of(
            "1.4.0", manifest("1.4.0", "nightly-a", "fares-a"),
            "1.5.0", manifest("1.5.0", "nightly-b", "fares-a"));

    private final LiveVersion version =
            new LiveVersion("org.example:rides", "prod", wanted -> Optional.ofNullable(MANIFESTS.get(wanted)));

    private static Manifest manifest(String version, String... digests) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                "sha256:" + version,
                "test",
                new Manifest.Project("org.example", "rides", version),
                new Manifest.Git("", "", Instant.parse("2024-07-01T12:00:00Z"), List.of()),
                Optional.empty(),
                Arrays.stream(digests)
                        .map(digest -> new Manifest.AssetEntry(
                                AssetKind.SCHEDULE,
                                "v2",
                                Optional.empty(),
                                Optional.empty(),
                                new Manifest.Source(TreePath.of(digest + ".yml"), Optional.empty(), 1),
                                digest,
                                digest,
                                List.of(),
                                List.of()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of());
    }

    private static Running running(String kind, String name, String version, String digest) {
        return running(kind, name, version, digest, Optional.empty());
    }

    private static Running running(String kind, String name, String version, String digest, Optional<String> idle) {
        Stamp stamp = new Stamp("sha256:0", "org.example:rides:" + version, "0");
        return new Running(kind, name, stamp, digest, Optional.empty(), idle);
    }

    private static Running nightly(String version, String digest) {
        return running("schedule", "nightly", version, digest);
    }

    private static Running fares(String version, String digest) {
        return running("batch endpoint", "fares/blue", version, digest);
    }

    @Test
    void oneVersionNeedsNoRepository() throws Exception {
        assertThat(version.of(List.of(nightly("0.9", "x"), fares("0.9", "y")))).isEqualTo("0.9");
    }

    @Test
    void whatAVersionDidNotChangeIsThatVersionToo() throws Exception {
        assertThat(version.of(List.of(nightly("1.5.0", "nightly-b"), fares("1.4.0", "fares-a"))))
                .isEqualTo("1.5.0");
        // Deployed at 1.5.0, and back: only the schedule had to be written.
        assertThat(version.of(List.of(nightly("1.4.0", "nightly-a"), fares("1.5.0", "fares-a"))))
                .isEqualTo("1.4.0");
    }

    @Test
    void severalAreNamed() {
        assertThatThrownBy(() -> version.of(List.of(nightly("1.5.0", "nightly-b"), fares("1.3.0", "fares-0"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        """
                        aml.version=previous: several versions of org.example:rides are live in prod, so there is no one before:
                          schedule nightly runs 1.5.0
                          batch endpoint fares/blue runs 1.3.0
                        Name the version; `mvn aml:history` lists them.""");
    }

    @Test
    void aScheduleThatIsOverCountsForNothing() throws Exception {
        Running over = running("schedule", "yearly", "1.3.0", "yearly-0", Optional.of("it is switched off"));
        assertThat(version.of(List.of(over, nightly("1.4.0", "x")))).isEqualTo("1.4.0");
        assertThatThrownBy(() -> version.of(List.of(over)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        """
                        aml.version=previous: no schedule and no endpoint of prod runs a version of org.example:rides, so there is none to go back from.
                          schedule yearly names 1.3.0 and runs nothing: it is switched off
                        Name the version; `mvn aml:history` lists them.""");
    }

    @Test
    void nothingIsLive() {
        assertThatThrownBy(() -> version.of(List.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no schedule and no endpoint of prod runs a version of org.example:rides");
    }
}
