package io.github.amlmaven.mojo;

import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the build that they are part of, and that they can be left out. */
abstract class AbstractAmlMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.skip", defaultValue = "false")
    boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        PropertyNames.of(plugin()).check(session, getLog());
        if (skip) {
            skipped();
        } else {
            run();
        }
    }

    /** What the goal is for. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Says what is not done, since the user wants the goal left out. */
    abstract void skipped() throws MojoExecutionException, MojoFailureException;

    final Map<String, String> environment() {
        return BuildEnvironment.of(session);
    }

    final PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    final boolean isCalledByName() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }
}
