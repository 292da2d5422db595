package io.github.amlmaven.mojo;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/**
 * The modules of a build that make snapshots. Goals that begin with a snapshot are about the project that Maven was called in, and at the top of
 * a reactor that is often a parent which makes none.
 */
final class SnapshotModules {
    private SnapshotModules() {}

    /**
     * Says how to mean a module instead of the current project.
     *
     * @param session the build
     * @return a sentence that names every module with a snapshot; empty when the current project makes one itself, or no module does
     */
    static String instead(MavenSession session) {
        MavenProject current = session.getCurrentProject();
        if (makesSnapshots(current)) {
            return "";
        }
        List<MavenProject> modules = session.getAllProjects().stream()
                .filter(module -> !module.equals(current) && makesSnapshots(module))
                .toList();
        if (modules.isEmpty()) {
            return "";
        }
        return "The project " + current.getArtifactId() + " makes no snapshots, and "
                + modules.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "))
                + (modules.size() == 1 ? " of this build does" : " of this build do") + ": add "
                + modules.stream()
                        .map(module -> "-pl :" + module.getArtifactId())
                        .collect(Collectors.joining(" or "))
                + " to the command.";
    }

    private static boolean makesSnapshots(MavenProject project) {
        Plugin plugin = project.getPlugin(Module.PLUGIN);
        return plugin != null
                && !Module.isSkipped(plugin)
                && plugin.getExecutions().stream()
                        .anyMatch(execution ->
                                execution.getGoals().contains("snapshot") && !"none".equals(execution.getPhase()));
    }
}
