package io.github.amlmaven.mojo.pom;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/** Replaces the properties in a text, as a project has them. */
final class Values implements UnaryOperator<String> {
    private final PluginParameterExpressionEvaluator evaluator;

    Values(MavenSession session, MojoExecution execution, MavenProject project) {
        MavenSession own = session.clone();
        own.setCurrentProject(project);
        this.evaluator = new PluginParameterExpressionEvaluator(own, execution);
    }

    /** A text that refers to nothing, and a reference to nothing, stay as they are. */
    @Override
    public String apply(String text) {
        if (!text.contains("${")) {
            return text;
        }
        try {
            return Objects.requireNonNullElse(evaluator.evaluate(text), text).toString();
        } catch (ExpressionEvaluationException e) {
            throw new IllegalStateException("Maven has read " + text + " and cannot evaluate it.", e);
        }
    }
}
