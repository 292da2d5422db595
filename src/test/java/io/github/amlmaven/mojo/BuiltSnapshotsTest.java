package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the zips in the build directory is published. */
class BuiltSnapshotsTest {
    private final Path target;
    private final MavenProject project;

    BuiltSnapshotsTest(@TempDir Path folder) {
        this.target = folder.resolve("target");
        this.project = Build.project(folder);
        project.getBuild().setFinalName("ml-1.0");
    }

    @BeforeEach
    void build() throws Exception {
        Files.createDirectory(target);
        Files.createFile(target.resolve("ml-1.0-sources.zip"));
    }

    @Test
    void withoutAnyThereIsNone() throws Exception {
        assertThat(BuiltSnapshots.of(project)).isEmpty();
    }

    @Test
    void theOnlyOneIsMeantWhateverItIsCalled() throws Exception {
        Path zip = Files.createFile(target.resolve("pipeline-aml.zip"));

        assertThat(BuiltSnapshots.of(project)).contains(zip);
    }

    @Test
    void thatOfAnOlderVersionDoesNotCount() throws Exception {
        Files.createFile(target.resolve("ml-0.9-aml.zip"));
        Path zip = Files.createFile(target.resolve("ml-1.0-aml.zip"));

        assertThat(BuiltSnapshots.of(project)).contains(zip);
    }

    @Test
    void twoOfWhichNoneIsOfThisVersionAreRefused() throws Exception {
        Path old = Files.createFile(target.resolve("ml-0.8-aml.zip"));
        Path older = Files.createFile(target.resolve("ml-0.9-aml-unpublishable.zip"));

        assertThatThrownBy(() -> BuiltSnapshots.of(project))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(old.toString())
                .hasMessageContaining(older.toString())
                .hasMessageContaining("-Daml.file=");
    }
}
