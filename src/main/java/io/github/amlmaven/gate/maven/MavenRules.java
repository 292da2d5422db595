package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Rule;
import java.util.List;

/** The rules about what Maven takes to build a project. */
public final class MavenRules {
    private MavenRules() {}

    /**
     * Every rule of this room.
     *
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all() {
        return List.of(
                new MavenSnapshot(),
                new MavenRange(),
                new MavenLatest(),
                new MavenPluginVersion(),
                new MavenOwnSnapshot());
    }
}
