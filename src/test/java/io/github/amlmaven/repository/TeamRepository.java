package io.github.amlmaven.repository;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.connector.basic.BasicRepositoryConnectorFactory;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transport.file.FileTransporterFactory;

/** A Maven repository in a folder, and Maven's own Resolver that looks into it. */
public final class TeamRepository {
    static final Coordinates RIDES = new Coordinates("org.example", "rides");

    private final Path folder;
    private final List<String> versions = new ArrayList<>();
    private final RepositorySystem system;
    private final DefaultRepositorySystemSession session;
    private String elsewhere = "";

    public TeamRepository(Path folder) {
        this.folder = folder;
        DefaultServiceLocator locator = MavenRepositorySystemUtils.newServiceLocator();
        locator.addService(RepositoryConnectorFactory.class, BasicRepositoryConnectorFactory.class);
        locator.addService(TransporterFactory.class, FileTransporterFactory.class);
        this.system = locator.getService(RepositorySystem.class);
        this.session = MavenRepositorySystemUtils.newSession();
        session.setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(
                session, new LocalRepository(folder.resolve("local").toFile())));
    }

    /** As it is after a while: what was asked in one build is not asked again. */
    public SnapshotRepository open() {
        session.setData(new DefaultSessionData());
        return new SnapshotRepository(system, session, List.of(team("file")), RIDES, elsewhere);
    }

    /** The same, with one more that no protocol leads to. */
    SnapshotRepository openBesideAnotherThatIsDown() {
        RemoteRepository down =
                new RemoteRepository.Builder("down", "default", "carrier-pigeon://ada:secret@roof/").build();
        return new SnapshotRepository(system, session, List.of(down, team("file")), RIDES, elsewhere);
    }

    /** Asked for somebody who may mean another project. */
    TeamRepository elsewhere(String sentence) {
        elsewhere = sentence;
        return this;
    }

    TeamRepository offline() {
        session.setOffline(true);
        return this;
    }

    /** Deploys a version without a snapshot. */
    TeamRepository version(String version) throws IOException {
        versions.add(version);
        Path metadata = project().resolve("maven-metadata.xml");
        Files.createDirectories(project());
        Files.writeString(
                metadata,
                "<metadata><groupId>org.example</groupId><artifactId>rides</artifactId><versioning><versions><version>"
                        + String.join("</version><version>", versions)
                        + "</version></versions></versioning></metadata>");
        return this;
    }

    /** Deploys a version with any file. */
    public TeamRepository file(String version, String extension, String content) throws IOException {
        if (!versions.contains(version)) {
            version(version);
        }
        Path file = project().resolve(version).resolve("rides-" + version + "-aml." + extension);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Deploys a version with the manifest of a snapshot. */
    public TeamRepository snapshot(String version, String commit, Map<String, String> pipelines) throws IOException {
        file(version, "json", "");
        try (OutputStream out =
                Files.newOutputStream(project().resolve(version).resolve("rides-" + version + "-aml.json"))) {
            manifest(version, commit, pipelines).write(out);
        }
        return this;
    }

    private static Manifest manifest(String version, String commit, Map<String, String> pipelines) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                "sha256:" + version,
                "test",
                new Manifest.Project("org.example", "rides", version),
                new Manifest.Git(commit, "", Instant.parse("2024-07-01T12:00:00Z"), List.of()),
                Optional.empty(),
                pipelines.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(pipeline -> new Manifest.AssetEntry(
                                AssetKind.PIPELINE,
                                "v2",
                                Optional.empty(),
                                Optional.empty(),
                                new Manifest.Source(TreePath.of(pipeline.getKey()), Optional.empty(), 1),
                                pipeline.getKey(),
                                pipeline.getValue(),
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

    private RemoteRepository team(String protocol) {
        return new RemoteRepository.Builder("team", "default", protocol + "://" + folder.resolve("remote")).build();
    }

    private Path project() {
        return folder.resolve("remote/org/example/rides");
    }
}
