package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.SecretKind;
import java.util.List;
import java.util.stream.Stream;

/** The rules about secrets: one for each kind. */
public final class SecretRules {
    private SecretRules() {}

    /**
     * Every rule of this room.
     *
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all() {
        return Stream.of(SecretKind.values()).<Rule<?>>map(StandingSecret::new).toList();
    }
}
