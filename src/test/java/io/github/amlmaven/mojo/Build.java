package io.github.amlmaven.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory;
import org.eclipse.aether.repository.LocalRepository;

/** What Maven gives to a goal that is called by its name in a folder. */
final class Build {
    private Build() {}

    /** The project org.example:ml:1.0 of a folder, which builds into {@code target}. */
    static MavenProject project(Path folder) {
        Model model = new Model();
        model.setGroupId("org.example");
        model.setArtifactId("ml");
        model.setVersion("1.0");
        model.setPomFile(folder.resolve("pom.xml").toFile());
        MavenProject project = new MavenProject(model);
        project.setOriginalModel(model);
        project.setFile(model.getPomFile());
        project.getBuild().setDirectory(folder.resolve("target").toString());
        return project;
    }

    /** A build of one project, with a local repository of its own. */
    @SuppressWarnings("deprecation") // Maven makes its own in this way, too.
    static MavenSession session(Path folder, Map<String, String> environment, Path local, MavenProject project)
            throws Exception {
        Properties system = new Properties();
        environment.forEach((name, value) -> system.setProperty("env." + name, value));
        MavenExecutionRequest request = new DefaultMavenExecutionRequest().setBaseDirectory(folder.toFile());
        request.setSystemProperties(system);
        request.setMultiModuleProjectDirectory(folder.toFile());
        DefaultRepositorySystemSession repositories = MavenRepositorySystemUtils.newSession();
        repositories.setLocalRepositoryManager(new SimpleLocalRepositoryManagerFactory()
                .newInstance(repositories, new LocalRepository(local.toFile())));
        MavenSession session = new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        session.setAllProjects(List.of(project));
        session.setCurrentProject(project);
        return session;
    }

    static MojoExecution execution() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.amlmaven");
        plugin.setArtifactId("aml-maven-plugin");
        plugin.setVersion("1");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        return new MojoExecution(goal, "default-cli", MojoExecution.Source.CLI);
    }
}
