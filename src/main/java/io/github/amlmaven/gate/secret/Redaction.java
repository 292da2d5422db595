package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes secrets out of what is shown: a finding about a floating address has that address, and may have its signature. */
public final class Redaction {
    private static final String HIDDEN = "***";

    private final StreamScan scan = new StreamScan();

    private Redaction() {}

    /**
     * Findings that can be shown.
     *
     * @param findings any findings
     * @return the same; where a text of theirs has a secret, it ends there
     */
    public static List<Finding> of(List<Finding> findings) {
        Redaction redaction = new Redaction();
        return findings.stream().map(redaction::hide).toList();
    }

    private Finding hide(Finding finding) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.location(),
                hide(finding.found()),
                hide(finding.message()),
                hide(finding.fix()),
                finding.way());
    }

    private String hide(String text) {
        try {
            List<Sighting> sightings = scan.scan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return sightings.isEmpty() ? text : text.substring(0, offset(text, sightings.get(0))) + HIDDEN;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private static int offset(String text, Sighting sighting) {
        int line = 0;
        for (int i = 1; i < sighting.line(); i++) {
            line = text.indexOf('\n', line) + 1;
        }
        return text.offsetByCodePoints(line, sighting.column() - 1);
    }
}
