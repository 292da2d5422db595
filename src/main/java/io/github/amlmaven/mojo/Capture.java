package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.exemption.Exemption;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SnapshotRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.model.Scm;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Turns what Maven, git and the gate know into what a snapshot is made of. */
final class Capture {
    private final MavenProject project;
    private final PluginDescriptor plugin;
    private final List<String> allowDirty;

    Capture(MavenProject project, PluginDescriptor plugin, List<String> allowDirty) {
        this.project = project;
        this.plugin = plugin;
        this.allowDirty = allowDirty;
    }

    SnapshotRequest request(Commit commit, Examination examination) throws IOException {
        return new SnapshotRequest(
                plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion(),
                new Manifest.Project(project.getGroupId(), project.getArtifactId(), project.getVersion()),
                new Manifest.Git(commit.id(), commit.tree(), commit.committedAt(), submodules(commit, examination)),
                Optional.ofNullable(project.getScm()).map(Capture::scm),
                commit,
                examination.graph(),
                examination.exemptions().stream().map(Capture::exemption).toList(),
                allowDirty,
                examination.refuses() ? findings(examination) : List.of());
    }

    /** Only those that anything is taken from: another submodule may be there or not. */
    private static List<Manifest.Submodule> submodules(Commit commit, Examination examination) throws IOException {
        return commit.submodules().entrySet().stream()
                .filter(submodule ->
                        examination.graph().files().keySet().stream().anyMatch(file -> file.isIn(submodule.getKey())))
                .map(submodule -> new Manifest.Submodule(submodule.getKey(), submodule.getValue()))
                .toList();
    }

    private static Manifest.Scm scm(Scm scm) {
        return new Manifest.Scm(
                Optional.ofNullable(scm.getConnection()),
                Optional.ofNullable(scm.getDeveloperConnection()),
                Optional.ofNullable(scm.getTag()),
                Optional.ofNullable(scm.getUrl()));
    }

    private static Manifest.Exemption exemption(Exemption exemption) {
        return new Manifest.Exemption(
                exemption.rule(),
                exemption.path(),
                exemption.reference(),
                exemption.reason(),
                exemption.owner(),
                exemption.expires());
    }

    private static List<Manifest.Finding> findings(Examination examination) {
        return examination.findings().stream().map(Capture::finding).toList();
    }

    private static Manifest.Finding finding(Finding finding) {
        return new Manifest.Finding(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.location().path(),
                finding.location().line(),
                finding.location().column(),
                finding.found(),
                finding.message(),
                finding.fix());
    }
}
