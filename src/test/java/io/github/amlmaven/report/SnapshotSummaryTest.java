package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotSummaryTest {

    @Test
    void saysThatNothingIsAttachedAndWhichRulesRefuse() {
        assertThat(SnapshotSummary.lines(
                        manifest("pip/range", "git/modified", "pip/range"),
                        Path.of("target/x-aml-unpublishable.zip"),
                        1))
                .last()
                .isEqualTo("  attached     nothing, since it is refused by git/modified, pip/range (2)");
    }

    @Test
    void saysNothingOfTheKindOfASnapshotThatIsAttached() {
        assertThat(SnapshotSummary.lines(manifest(), Path.of("target/x-aml.zip"), 1))
                .noneMatch(line -> line.contains("attached"));
    }

    private static Manifest manifest(String... rules) {
        List<Manifest.Finding> findings = Stream.of(rules)
                .map(rule -> new Manifest.Finding(rule, "refuse", TreePath.of("a"), 1, 1, "f", "m", "x"))
                .toList();
        return new Manifest(
                Manifest.FORMAT_VERSION,
                "sha256:0",
                "test",
                new Manifest.Project("g", "a", "1"),
                new Manifest.Git("c", "t", Instant.EPOCH, List.of()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                findings.isEmpty(),
                findings);
    }
}
