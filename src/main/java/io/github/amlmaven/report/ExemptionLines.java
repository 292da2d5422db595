package io.github.amlmaven.report;

import io.github.amlmaven.gate.exemption.Exemption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exemptions that let something pass, as lines for a terminal. */
public final class ExemptionLines {
    private ExemptionLines() {}

    /**
     * Lists them.
     *
     * @param exemptions the exemptions
     * @return one line each, without line ends
     */
    public static List<String> of(List<Exemption> exemptions) {
        return exemptions.stream()
                .map(exemption -> "Exempted until " + exemption.expires() + ": " + exemption.rule() + " for "
                        + target(exemption) + " (" + exemption.owner() + ": " + exemption.reason() + ")")
                .toList();
    }

    private static String target(Exemption exemption) {
        Optional<String> path = exemption.path().map(Object::toString);
        return Stream.of(exemption.reference(), path).flatMap(Optional::stream).collect(Collectors.joining(" in "));
    }
}
