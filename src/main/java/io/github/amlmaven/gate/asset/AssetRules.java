package io.github.amlmaven.gate.asset;

import io.github.amlmaven.gate.DataGate;
import io.github.amlmaven.gate.Pins;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import java.util.ArrayList;
import java.util.List;

/** The rules about assets, data and code. */
public final class AssetRules {
    private AssetRules() {}

    /**
     * Every rule of this room.
     *
     * @param data what data that floats does to a snapshot
     * @param pins how much has to be fixed
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all(DataGate data, Pins pins) {
        Severity loose = pins == Pins.LOCKED ? Severity.REFUSE : Severity.WARN;
        List<Rule<?>> rules = new ArrayList<>(List.of(
                new AssetLabel(),
                new AssetNoVersion(),
                new AssetLocation(),
                new CodeGitReference(),
                new SparkPackage(),
                new AutoRebuild(loose),
                new EnvironmentUnnamed(loose),
                new UnfilledPlaceholder(),
                new DefinitionPassedOver()));
        if (data != DataGate.OFF) {
            Severity severity = data == DataGate.FAIL ? Severity.REFUSE : Severity.WARN;
            rules.addAll(List.of(new DataLabel(severity), new DataNoVersion(severity), new DataLocation(severity)));
        }
        return List.copyOf(rules);
    }
}
