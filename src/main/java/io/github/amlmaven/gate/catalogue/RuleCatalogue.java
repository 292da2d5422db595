package io.github.amlmaven.gate.catalogue;

import io.github.amlmaven.gate.DataGate;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.asset.AssetRules;
import io.github.amlmaven.gate.git.GitRules;
import io.github.amlmaven.gate.image.ImageRules;
import io.github.amlmaven.gate.maven.MavenRules;
import io.github.amlmaven.gate.python.PythonRules;
import io.github.amlmaven.gate.secret.SecretRules;
import java.util.ArrayList;
import java.util.List;

/** Every rule about what a snapshot is made of. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /**
     * The rules of every room. Data has a switch of its own; no other rule can be turned off.
     *
     * @param data what data that floats does to a snapshot
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> rules(DataGate data) {
        List<Rule<?>> rules = new ArrayList<>();
        rules.addAll(GitRules.all());
        rules.addAll(PythonRules.all());
        rules.addAll(ImageRules.all());
        rules.addAll(AssetRules.all(data));
        rules.addAll(MavenRules.all());
        rules.addAll(SecretRules.all());
        return List.copyOf(rules);
    }
}
