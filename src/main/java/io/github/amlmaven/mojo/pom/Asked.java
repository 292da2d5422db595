package io.github.amlmaven.mojo.pom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Extension;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputLocationTracker;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;

/**
 * An artifact that an effective model asks for.
 *
 * @param name its group and name, joined by a colon
 * @param version its version; nothing when Maven has not found one yet
 * @param slots where a pom can say that version, the strongest first
 * @param element what Maven knows of the place
 */
record Asked(String name, Optional<String> version, List<Slot> slots, InputLocationTracker element) {

    /** Everything that a model asks for; a parent and an import are no more in it. */
    static Stream<Asked> of(Model model) {
        Section section = Section.of(model);
        return Stream.of(
                        section.dependencies().stream()
                                .map(dependency -> of(dependency, Kind.DEPENDENCY, Kind.MANAGED_DEPENDENCY)),
                        section.managedDependencies().stream()
                                .map(dependency -> of(dependency, Kind.MANAGED_DEPENDENCY)),
                        section.plugins().stream()
                                .flatMap(plugin -> Stream.concat(
                                        Stream.of(of(plugin, Kind.PLUGIN, Kind.MANAGED_PLUGIN)),
                                        dependencies(plugin, Kind.PLUGIN_DEPENDENCY, Kind.MANAGED_PLUGIN_DEPENDENCY))),
                        section.managedPlugins().stream()
                                .flatMap(plugin -> Stream.concat(
                                        Stream.of(of(plugin, Kind.MANAGED_PLUGIN)),
                                        dependencies(plugin, Kind.MANAGED_PLUGIN_DEPENDENCY))),
                        section.extensions().stream().map(Asked::of))
                .flatMap(asked -> asked);
    }

    boolean isPlugin() {
        return slots.stream().anyMatch(slot -> slot.kind() == Kind.PLUGIN || slot.kind() == Kind.MANAGED_PLUGIN);
    }

    /** The pom that the version is from, as group, name and version joined by colons; Maven does not always know. */
    Optional<String> source() {
        return Stream.of("version", "")
                .map(element::getLocation)
                .flatMap(Stream::ofNullable)
                .map(InputLocation::getSource)
                .flatMap(Stream::ofNullable)
                .map(InputSource::getModelId)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Asked of(Dependency dependency, Kind... kinds) {
        return new Asked(
                Slot.name(dependency, text -> text),
                Optional.ofNullable(dependency.getVersion()),
                Stream.of(kinds)
                        .map(kind -> Slot.of(kind, dependency, text -> text))
                        .toList(),
                dependency);
    }

    private static Asked of(Plugin plugin, Kind... kinds) {
        return new Asked(
                Slot.name(plugin, text -> text),
                Optional.ofNullable(plugin.getVersion()),
                Stream.of(kinds)
                        .map(kind -> Slot.of(kind, plugin, text -> text))
                        .toList(),
                plugin);
    }

    private static Stream<Asked> dependencies(Plugin plugin, Kind... kinds) {
        return plugin.getDependencies().stream()
                .map(dependency -> new Asked(
                        Slot.name(dependency, text -> text),
                        Optional.ofNullable(dependency.getVersion()),
                        Stream.of(kinds)
                                .map(kind -> Slot.of(kind, plugin, dependency, text -> text))
                                .toList(),
                        dependency));
    }

    private static Asked of(Extension extension) {
        return new Asked(
                Slot.name(extension, text -> text),
                Optional.ofNullable(extension.getVersion()),
                List.of(Slot.of(extension, text -> text)),
                extension);
    }
}
