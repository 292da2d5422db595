package io.github.amlmaven.gate.catalogue;

import io.github.amlmaven.gate.DataGate;
import io.github.amlmaven.gate.Pins;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Strictness;
import io.github.amlmaven.gate.asset.AssetRules;
import io.github.amlmaven.gate.git.GitRules;
import io.github.amlmaven.gate.image.ImageRules;
import io.github.amlmaven.gate.maven.MavenRules;
import io.github.amlmaven.gate.python.PythonRules;
import io.github.amlmaven.gate.secret.SecretRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every rule about what a snapshot is made of. */
public final class RuleCatalogue {
    private RuleCatalogue() {}

    /**
     * The rules of every room. Data alone can be turned off.
     *
     * @param strictness what is asked, where there is a choice
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> rules(Strictness strictness) {
        List<Rule<?>> rules = new ArrayList<>();
        rules.addAll(GitRules.all(strictness.requirePushed()));
        rules.addAll(PythonRules.all(strictness.pins()));
        rules.addAll(ImageRules.all(strictness.pins()));
        rules.addAll(AssetRules.all(strictness.data(), strictness.pins()));
        rules.addAll(MavenRules.all(strictness.requireRelease()));
        rules.addAll(SecretRules.all());
        return List.copyOf(rules);
    }

    /**
     * Names every rule that there is, whatever is asked.
     *
     * @return what each rule finds, in a few words, by its id
     */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        rules(new Strictness(DataGate.WARN, Pins.LOCKED, true, true))
                .forEach(rule -> titles.put(rule.id(), rule.title()));
        return Collections.unmodifiableMap(titles);
    }
}
