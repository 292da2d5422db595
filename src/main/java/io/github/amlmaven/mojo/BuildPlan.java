package io.github.amlmaven.mojo;

import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.LifecycleNotFoundException;
import org.apache.maven.lifecycle.LifecyclePhaseNotFoundException;
import org.apache.maven.plugin.InvalidPluginDescriptorException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoNotFoundException;
import org.apache.maven.plugin.PluginDescriptorParsingException;
import org.apache.maven.plugin.PluginManagerException;
import org.apache.maven.plugin.PluginNotFoundException;
import org.apache.maven.plugin.PluginResolutionException;
import org.apache.maven.plugin.prefix.NoPluginFoundForPrefixException;
import org.apache.maven.plugin.version.PluginVersionResolutionException;

/**
 * Asks Maven what the build will still do. The goals on the command line would not tell: there are none when the pom has a {@code
 * defaultGoal}, and {@code site-deploy} publishes no artifact.
 */
@Named
final class BuildPlan {
    private final LifecycleExecutor lifecycle;

    @Inject
    BuildPlan(LifecycleExecutor lifecycle) {
        this.lifecycle = lifecycle;
    }

    /**
     * Whether the build of the current project ends in a remote repository.
     *
     * @param session the build
     * @return true when its plan has anything in the {@code deploy} phase, or a goal that deploys is called by name
     * @throws MojoExecutionException when Maven cannot tell
     */
    boolean publishes(MavenSession session) throws MojoExecutionException {
        return plan(session).stream().anyMatch(BuildPlan::publishes);
    }

    private static boolean publishes(MojoExecution execution) {
        String goal = execution.getGoal();
        boolean byName = execution.getSource() == MojoExecution.Source.CLI
                && (goal.equals("deploy") || goal.equals("publish") || goal.endsWith("deploy-file"));
        return byName || "deploy".equals(execution.getLifecyclePhase());
    }

    private List<MojoExecution> plan(MavenSession session) throws MojoExecutionException {
        List<String> tasks = session.getGoals();
        String defaultGoal = session.getCurrentProject().getDefaultGoal();
        if (tasks.isEmpty() && defaultGoal != null) {
            tasks = List.of(defaultGoal.trim().split("\\s+", -1));
        }
        try {
            return lifecycle
                    .calculateExecutionPlan(session, false, tasks.toArray(String[]::new))
                    .getMojoExecutions();
        } catch (PluginNotFoundException
                | PluginResolutionException
                | PluginDescriptorParsingException
                | MojoNotFoundException
                | NoPluginFoundForPrefixException
                | InvalidPluginDescriptorException
                | PluginManagerException
                | LifecyclePhaseNotFoundException
                | LifecycleNotFoundException
                | PluginVersionResolutionException e) {
            throw new MojoExecutionException("Maven cannot say what this build will do: " + e.getMessage(), e);
        }
    }
}
