package io.github.amlmaven.mojo.pom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.BuildBase;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Model;
import org.apache.maven.model.ModelBase;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.Profile;

/**
 * A pom without its profiles, or one of its profiles.
 *
 * @param base everything but the build
 * @param build the build, where there is one
 */
record Section(ModelBase base, Optional<BuildBase> build) {

    static Section of(Model model) {
        return new Section(model, Optional.ofNullable(model.getBuild()));
    }

    static Section of(Profile profile) {
        return new Section(profile, Optional.ofNullable(profile.getBuild()));
    }

    List<Dependency> dependencies() {
        return base.getDependencies();
    }

    /** Imports are among them. */
    List<Dependency> managedDependencies() {
        return Optional.ofNullable(base.getDependencyManagement())
                .map(DependencyManagement::getDependencies)
                .orElse(List.of());
    }

    List<Plugin> plugins() {
        return build.map(BuildBase::getPlugins).orElse(List.of());
    }

    List<Plugin> managedPlugins() {
        return build.map(BuildBase::getPluginManagement)
                .map(PluginManagement::getPlugins)
                .orElse(List.of());
    }

    /** A profile has none. */
    List<Extension> extensions() {
        return build.stream()
                .filter(Build.class::isInstance)
                .map(Build.class::cast)
                .flatMap(whole -> Stream.of(whole.getExtensions()))
                .findFirst()
                .orElse(List.of());
    }
}
