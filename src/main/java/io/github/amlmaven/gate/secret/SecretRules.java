package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.Rule;
import java.util.List;

/** The rules about secrets. */
public final class SecretRules {
    private SecretRules() {}

    /**
     * Every rule of this room.
     *
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all() {
        return List.of(new RegistryPassword(), new UrlCredentials());
    }
}
