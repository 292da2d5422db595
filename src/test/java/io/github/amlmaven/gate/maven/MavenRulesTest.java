package io.github.amlmaven.gate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenRulesTest {
    private static final Location PLACE = new Location(TreePath.of("ml/pom.xml"), 12, 16);
    private static final String OWN = "io.github.amlmaven:aml-maven-plugin";

    private static List<Finding> judge(Subject artifact) {
        return new Gate(MavenRules.all(true)).judge(Set.of(artifact));
    }

    private static Subject.MavenArtifact artifact(String name, String version) {
        return new Subject.MavenArtifact(name, Optional.of(version), false, true, version, PLACE, Optional.empty());
    }

    private static Subject.MavenArtifact artifact(String version) {
        return artifact("org.example:library", version);
    }

    private static Subject.MavenArtifact outside(String version, String pom) {
        return new Subject.MavenArtifact(
                "org.example:library", Optional.of(version), false, true, "7", PLACE, Optional.of(pom));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.Final", "[1.0]", "[1.0,1.0]", " 2 ", "RELEASE-5", "1.0-SNAPSHOT-1", "LATEST-1"})
    void aReleaseIsExact(String version) {
        assertThat(judge(artifact(version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-SNAPSHOT", "1.0-snapshot", "SNAPSHOT", "[1.0-SNAPSHOT]", "1.0-20240131.112233-4"})
    void aSnapshotIsRefused(String version) {
        assertThat(judge(artifact(version))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("maven/snapshot");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).isEqualTo(PLACE);
            assertThat(finding.found()).isEqualTo(version);
            assertThat(finding.message()).startsWith("org.example:library:" + version + " is ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.0,2.0)", "[1.0,)", "(,2.0]", "[1.0],[2.0]", "[1.0.*]", "[1.0,1.1]"})
    void aRangeIsRefused(String version) {
        assertThat(judge(artifact(version))).extracting(Finding::rule).containsExactly("maven/range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATEST", "RELEASE"})
    void whateverWasPublishedLastIsRefused(String version) {
        assertThat(judge(artifact(version))).extracting(Finding::rule).containsExactly("maven/latest");
    }

    @Test
    void aPluginWithoutAVersionIsAWarning() {
        Subject.MavenArtifact plugin = new Subject.MavenArtifact(
                "org.example:example-maven-plugin",
                Optional.empty(),
                false,
                true,
                "example-maven-plugin",
                PLACE,
                Optional.empty());

        assertThat(judge(plugin)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("maven/plugin-version");
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
        });
    }

    private static Subject.MavenArtifact module(String version, boolean forRelease) {
        return new Subject.MavenArtifact(
                "org.example:library",
                Optional.of(version),
                true,
                forRelease,
                "${project.version}",
                PLACE,
                Optional.empty());
    }

    @Test
    void aModuleOfTheSameCommitMayBeASnapshotInASnapshot() {
        assertThat(judge(module("1.0-SNAPSHOT", false))).isEmpty();
        assertThat(judge(module("1.0", true))).isEmpty();
    }

    @Test
    void aReleasedProjectTakesNoSnapshotOfItsOwnCommit() {
        assertThat(judge(module("1.0-SNAPSHOT", true))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("maven/unreleased-module");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.found()).isEqualTo("${project.version}");
            assertThat(finding.message()).startsWith("org.example:library:1.0-SNAPSHOT is built of this commit");
        });
    }

    @Test
    void theProjectsOwnSnapshotIsRefusedWhereReleasesAreAskedFor() {
        Subject own = new Subject.ProjectVersion("org.example:ml", "2.0-SNAPSHOT", "2.0-SNAPSHOT", PLACE);
        assertThat(judge(own)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("maven/unreleased-project");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).isEqualTo(PLACE);
        });
        assertThat(new Gate(MavenRules.all(false)).judge(Set.of(own))).isEmpty();
        assertThat(judge(new Subject.ProjectVersion("org.example:ml", "2.0", "2.0", PLACE)))
                .isEmpty();
    }

    @Test
    void thisPluginAsASnapshotIsAWarning() {
        assertThat(judge(artifact(OWN, "0.1.0"))).isEmpty();
        assertThat(judge(artifact(OWN, "0.1.0-SNAPSHOT"))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("maven/own-snapshot");
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
        });
    }

    @Test
    void whatAPomOfSomebodyElseAsksForIsNamedWithThatPom() {
        assertThat(judge(outside("1.0-SNAPSHOT", "org.example:parent:7")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("org.example:library:1.0-SNAPSHOT, which org.example:parent:7 asks for, is");
                    assertThat(finding.fix())
                            .startsWith("Take a version of org.example:parent that asks for a release");
                });
    }

    @Test
    void whatASnapshotPomAsksForIsNoFindingOfItsOwnAsThatPomIs() {
        assertThat(judge(outside("1.0-SNAPSHOT", "org.example:parent:7-SNAPSHOT")))
                .isEmpty();
        assertThat(judge(outside("[1,2)", "org.example:parent:7-SNAPSHOT")))
                .extracting(Finding::rule)
                .containsExactly("maven/range");
    }

    @Test
    void everyRuleIsOfThisKind() {
        assertThat(MavenRules.all(true)).extracting(Rule::id).allMatch(id -> id.startsWith("maven/"));
    }
}
