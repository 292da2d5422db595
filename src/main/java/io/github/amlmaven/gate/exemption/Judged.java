package io.github.amlmaven.gate.exemption;

import io.github.amlmaven.gate.Finding;
import java.util.List;

/**
 * What remains of some findings once the exemptions have been looked at.
 *
 * @param findings those that stand, and what is wrong with the exemptions themselves, in the order of the places
 * @param used the exemptions that let at least one finding pass, in the order of the file
 */
public record Judged(List<Finding> findings, List<Exemption> used) {
    /** Takes its own copies. */
    public Judged {
        findings = List.copyOf(findings);
        used = List.copyOf(used);
    }
}
