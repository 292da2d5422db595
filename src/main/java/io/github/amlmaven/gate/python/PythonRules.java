package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Rule;
import java.util.List;

/** The rules about what pip and conda install. */
public final class PythonRules {
    private PythonRules() {}

    /**
     * Every rule of this room.
     *
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all() {
        return List.of(
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
                new CondaDefaultsChannel());
    }
}
