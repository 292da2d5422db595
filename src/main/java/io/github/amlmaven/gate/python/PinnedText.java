package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.MatchSpec;
import io.github.amlmaven.environment.Requirement;

/** What to write in the place of a package that floats. All that the line says besides the version stays. */
final class PinnedText {
    private PinnedText() {}

    static String of(Requirement requirement) {
        String extras = requirement.extras().isEmpty() ? "" : "[" + String.join(",", requirement.extras()) + "]";
        String marker = requirement.marker().map(text -> " ; " + text.strip()).orElse("");
        return sentence(requirement.name() + extras + "==<version>" + marker);
    }

    static String of(MatchSpec spec) {
        return sentence(spec.channel().map(channel -> channel + "::").orElse("") + spec.name() + "==<version>");
    }

    private static String sentence(String exact) {
        return "Write " + exact + ", with the version that you tested.";
    }
}
