package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import java.util.Set;
import java.util.stream.Stream;

/** Picks settings of pip by their long names. */
final class PipSettings {
    private PipSettings() {}

    static Stream<PipLine.Setting> named(PipLine line, String... names) {
        return line instanceof PipLine.Setting setting && Set.of(names).contains(setting.name())
                ? Stream.of(setting)
                : Stream.empty();
    }
}
