package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Pins;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import java.util.ArrayList;
import java.util.List;

/** The rules about what pip and conda install. */
public final class PythonRules {
    private PythonRules() {}

    /**
     * Every rule of this room.
     *
     * @param pins how much has to be fixed
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all(Pins pins) {
        List<Rule<?>> rules = new ArrayList<>(List.of(
                new PipNoVersion(),
                new PipRange(),
                new PipWildcard(),
                new PipVcsReference(),
                new PipUrlHash(),
                new PipEditable(),
                new PipLocalPath(),
                new PipVariable(),
                new PipRemoteFile(),
                new PipPre(),
                new PipMalformed(),
                new PipExtraIndex(),
                new PipFindLinks(),
                new CondaNoVersion(),
                new CondaRange(),
                new CondaWildcard(),
                new CondaFuzzy(),
                new CondaNoBuild(),
                new CondaNoPython(),
                new CondaUnpinnedPip(),
                new CondaMalformed(),
                new CondaDefaultsChannel(),
                new ModelEnvironment(pins == Pins.LOCKED ? Severity.REFUSE : Severity.WARN)));
        if (pins == Pins.LOCKED) {
            rules.addAll(List.of(new PipNoHash(), new CondaNotLocked()));
        }
        return List.copyOf(rules);
    }
}
