package io.github.amlmaven.mojo.pom;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Extension;
import org.apache.maven.model.Plugin;

/**
 * Where a model has room for one version. Two poms that fill the same slot are merged.
 *
 * @param kind the part of the pom
 * @param key what Maven merges by
 */
record Slot(Kind kind, String key) {

    static Slot of(Kind kind, Dependency dependency, UnaryOperator<String> values) {
        String classifier = Objects.requireNonNullElse(dependency.getClassifier(), "");
        return new Slot(kind, name(dependency, values) + ":" + values.apply(dependency.getType() + ":" + classifier));
    }

    static Slot of(Kind kind, Plugin plugin, UnaryOperator<String> values) {
        return new Slot(kind, name(plugin, values));
    }

    static Slot of(Kind kind, Plugin plugin, Dependency dependency, UnaryOperator<String> values) {
        return new Slot(
                kind,
                name(plugin, values) + " " + Slot.of(kind, dependency, values).key());
    }

    static Slot of(Extension extension, UnaryOperator<String> values) {
        return new Slot(Kind.EXTENSION, name(extension, values));
    }

    static String name(Dependency dependency, UnaryOperator<String> values) {
        return values.apply(dependency.getGroupId() + ":" + dependency.getArtifactId());
    }

    static String name(Plugin plugin, UnaryOperator<String> values) {
        return values.apply(plugin.getGroupId() + ":" + plugin.getArtifactId());
    }

    static String name(Extension extension, UnaryOperator<String> values) {
        return values.apply(extension.getGroupId() + ":" + extension.getArtifactId());
    }
}
