package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules about what Maven takes to build a project. */
public final class MavenRules {
    private MavenRules() {}

    /**
     * Every rule of this room.
     *
     * @param requireRelease whether a project that is not released refuses
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all(boolean requireRelease) {
        List<Rule<?>> rules = new ArrayList<>(List.of(
                new MavenSnapshot(),
                new MavenRange(),
                new MavenLatest(),
                new MavenPluginVersion(),
                new MavenOwnSnapshot(),
                new MavenUnreleasedModule()));
        if (requireRelease) {
            rules.add(new MavenUnreleasedProject());
        }
        return List.copyOf(rules);
    }
}
