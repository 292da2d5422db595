package io.github.amlmaven.gate.exemption;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exemption and where it is written.
 *
 * @param exemption what it says
 * @param rule where the rule's id stands
 * @param expires where the last day stands
 */
record ExemptionEntry(Exemption exemption, Location rule, Location expires) {

    Finding expired() {
        return ExemptionRule.EXPIRED.finding(
                expires,
                exemption.expires().toString(),
                "The exemption from " + exemption.rule() + " for " + target()
                        + " is over, and what it let pass is refused again.",
                "Mend what it was for and delete it, or let " + exemption.owner() + " answer for a later day.");
    }

    Finding unused() {
        return ExemptionRule.UNUSED.finding(
                rule,
                exemption.rule(),
                "There is no finding of " + exemption.rule() + " for " + target()
                        + ", so this exemption lets nothing pass.",
                "Delete it, or correct its path and reference: both are compared as they are, without patterns.");
    }

    private String target() {
        Optional<String> reference = exemption.reference().map(text -> "'" + text + "'");
        Optional<String> path = exemption.path().map(Object::toString);
        return Stream.of(reference, path).flatMap(Optional::stream).collect(Collectors.joining(" in "));
    }
}
