package io.github.amlmaven.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A module of the reactor as its pom configures this plugin. Maven hands a goal the configuration of one project alone, and {@code
 * aml:check} looks at all of them.
 *
 * @param project the module
 * @param definitions its patterns, as of the parameter {@code definitions}
 * @param overlays the overlays of its targets, by their paths from the top of the repository
 */
record Module(MavenProject project, List<String> definitions, SortedSet<String> overlays) {
    /** The key of this plugin among those of a pom. */
    static final String PLUGIN = "io.github.amlmaven:aml-maven-plugin";

    /**
     * The modules that have anything to check: those that use this plugin, or all of them when none does and it was called by its name.
     *
     * @param projects the reactor
     * @param definitions the patterns of a module that configures none
     * @param overlay the overlay of the command line, if there is one
     */
    static List<Module> of(List<MavenProject> projects, List<String> definitions, Optional<String> overlay) {
        boolean used = projects.stream().anyMatch(project -> project.getPlugin(PLUGIN) != null);
        return projects.stream()
                .filter(project -> !used || isUsedIn(project))
                .map(project -> of(project, configured(project).orElse(definitions), overlay))
                .toList();
    }

    /**
     * A module with its overlays: those of all targets, whichever goal they are configured for, since one snapshot goes to all of them.
     *
     * @param project the module
     * @param definitions its patterns
     * @param overlay the overlay of the command line, if there is one
     */
    static Module of(MavenProject project, List<String> definitions, Optional<String> overlay) {
        SortedSet<String> overlays = new TreeSet<>(overlay.stream().toList());
        Stream.ofNullable(project.getPlugin(PLUGIN))
                .flatMap(plugin -> Stream.concat(plugin.getExecutions().stream(), Stream.of(plugin)))
                .flatMap(container -> child(container, "targets").stream())
                .flatMap(targets -> Stream.of(targets.getChildren()))
                .flatMap(target -> Stream.ofNullable(target.getChild("overlay")))
                .map(Xpp3Dom::getValue)
                .filter(value -> value != null && !value.isBlank())
                .forEach(value -> overlays.add(value.trim()));
        return new Module(project, definitions, overlays);
    }

    /** The pom as its author wrote it; a plugin may have put another one in its place for this build. */
    Path pom() {
        return project.getOriginalModel().getPomFile().toPath();
    }

    private static boolean isUsedIn(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN);
        return plugin != null && !isSkipped(plugin);
    }

    /** Whether a module is configured to make no snapshots. */
    static boolean isSkipped(Plugin plugin) {
        return containers(plugin).anyMatch(container -> value(container, "skip").equals("true"));
    }

    private static Optional<List<String>> configured(MavenProject project) {
        return Stream.ofNullable(project.getPlugin(PLUGIN))
                .flatMap(Module::containers)
                .map(container -> child(container, "definitions"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Module::words);
    }

    /** The executions first: what they say is what their goal is told. */
    private static Stream<ConfigurationContainer> containers(Plugin plugin) {
        return Stream.concat(
                plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains("snapshot"))
                        .map(PluginExecution.class::cast),
                Stream.of(plugin));
    }

    private static Optional<Xpp3Dom> child(ConfigurationContainer container, String name) {
        return Optional.ofNullable((Xpp3Dom) container.getConfiguration())
                .flatMap(configuration -> Optional.ofNullable(configuration.getChild(name)));
    }

    private static String value(ConfigurationContainer container, String name) {
        return child(container, name).map(Xpp3Dom::getValue).orElse("");
    }

    /** A list is written as elements, or as words between commas. */
    private static List<String> words(Xpp3Dom list) {
        Stream<String> words = list.getChildCount() > 0
                ? Stream.of(list.getChildren()).map(Xpp3Dom::getValue)
                : Stream.of(Objects.requireNonNullElse(list.getValue(), "").split(",", -1));
        return words.filter(Objects::nonNull)
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
