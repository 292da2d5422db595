package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.StringUtils;

/** The projects of a build, and which of them one repository holds. */
public final class Reactor {
    private final MavenSession session;
    private final MojoExecution execution;
    private final GitRepository repository;
    private final Map<String, MavenProject> own;

    private Reactor(MavenSession session, MojoExecution execution, GitRepository repository) throws IOException {
        this.session = session;
        this.execution = execution;
        this.repository = repository;
        this.own = own();
    }

    /**
     * Knows the projects of a session.
     *
     * @param session the build
     * @param execution the goal that asks
     * @param repository what is built from
     * @return its projects
     * @throws IOException when a folder on the way to a pom cannot be read
     */
    public static Reactor of(MavenSession session, MojoExecution execution, GitRepository repository)
            throws IOException {
        return new Reactor(session, execution, repository);
    }

    Values values(MavenProject project) {
        return new Values(session, execution, project);
    }

    /** Replaces the properties in a text by what they are for the whole build, whatever a pom says: the command line's and the system's. */
    String everywhere(String text) {
        return StringUtils.interpolate(
                StringUtils.interpolate(text, session.getUserProperties()), session.getSystemProperties());
    }

    /** The folder that Maven takes for the root of all modules, where its {@code .mvn} is; nothing when the repository does not have it. */
    Optional<TreePath> root() throws IOException {
        File root = session.getRequest().getMultiModuleProjectDirectory();
        try {
            return root == null ? Optional.empty() : Optional.of(repository.relativize(root.toPath()));
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }

    /** Whether the command line decides a property, whatever a pom says. */
    boolean isSetByUser(String property) {
        return session.getUserProperties().containsKey(property);
    }

    /** A project's own pom, then its parent's, and so on. */
    List<Pom> poms(MavenProject project) throws IOException {
        List<Pom> poms = new ArrayList<>();
        for (MavenProject next = project; next != null; next = next.getParent()) {
            poms.add(Pom.of(
                    name(next), next.getVersion(), next.getOriginalModel(), path(next), profiles(next, project)));
        }
        return poms;
    }

    /** The module of this repository that an artifact is. */
    Optional<MavenProject> module(String name, String version) {
        return Optional.ofNullable(own.get(name + ":" + version));
    }

    /** The parents of a module need not be modules of the build. */
    private Map<String, MavenProject> own() throws IOException {
        Map<String, MavenProject> own = new HashMap<>();
        for (MavenProject module : session.getAllProjects()) {
            for (MavenProject next = module; next != null && path(next).isPresent(); next = next.getParent()) {
                own.put(name(next) + ":" + next.getVersion(), next);
            }
        }
        return own;
    }

    private static String name(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId();
    }

    /** Maven knows no file of a pom that comes from a repository. */
    private Optional<TreePath> path(MavenProject project) throws IOException {
        Model model = project.getOriginalModel();
        File file = model.getPomFile();
        try {
            return file == null ? Optional.empty() : Optional.of(repository.relativize(file.toPath()));
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }

    /** Maven notes them by the id of the pom, before it replaces any property in that. */
    private static Collection<String> profiles(MavenProject pom, MavenProject project) {
        Model model = pom.getOriginalModel();
        String group = model.getGroupId() == null && model.getParent() != null
                ? model.getParent().getGroupId()
                : model.getGroupId();
        String version = model.getVersion() == null && model.getParent() != null
                ? model.getParent().getVersion()
                : model.getVersion();
        String id = group + ":" + model.getArtifactId() + ":" + version;
        return project.getInjectedProfileIds().getOrDefault(id, List.of());
    }
}
