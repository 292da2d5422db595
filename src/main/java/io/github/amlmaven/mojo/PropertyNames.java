package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.exemption.Nearest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;

/**
 * What may follow {@code -D} on a command line. Maven itself passes over a property that nobody reads, so that {@code -Daml.dryrun} would be no dry
 * run at all.
 */
final class PropertyNames {
    private static final String PREFIX = "aml.";

    private final Set<String> known;

    /**
     * Takes those that there are.
     *
     * @param known the properties of all goals
     */
    PropertyNames(Set<String> known) {
        this.known = known;
    }

    /**
     * Those of a plugin.
     *
     * @param plugin what Maven knows of it
     * @return the properties of all its goals, since one command may call several
     */
    static PropertyNames of(PluginDescriptor plugin) {
        return new PropertyNames(plugin.getMojos().stream()
                .map(MojoDescriptor::getParameters)
                .filter(Objects::nonNull)
                .flatMap(parameters -> parameters.stream().map(Parameter::getExpression))
                .filter(Objects::nonNull)
                .filter(expression -> expression.startsWith("${" + PREFIX))
                .map(expression -> expression.substring(2, expression.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * Refuses what looks like one of them and is none, and warns of what looks like none; once in a build.
     *
     * @param session the build
     * @param log hears the warning
     * @throws MojoFailureException with every property that is written wrong
     */
    void check(MavenSession session, Log log) throws MojoFailureException {
        TreeSet<String> unknown = new TreeSet<>(session.getUserProperties().stringPropertyNames());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || known.contains(name));
        if (unknown.isEmpty() || known.isEmpty()) {
            return;
        }
        String mistakes = unknown.stream()
                .flatMap(name -> meant(name).stream().map(meant -> "\n  " + name + ": " + meant + " is meant"))
                .collect(Collectors.joining());
        if (!mistakes.isEmpty()) {
            throw new MojoFailureException("There is no such property, so that it would be passed over:" + mistakes
                    + "\nCorrect it, or leave it out. Small and capital letters count.");
        } else if (session.getRepositorySession().getData().set(PropertyNames.class, null, true)) {
            log.warn("Nothing of this plugin reads " + String.join(", ", unknown) + ".");
        }
    }

    private Optional<String> meant(String name) {
        Set<String> endings = known.stream().map(PropertyNames::ending).collect(Collectors.toSet());
        return Nearest.meant(ending(name), endings).map(PREFIX::concat);
    }

    private static String ending(String name) {
        return name.substring(PREFIX.length());
    }
}
