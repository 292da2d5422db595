package io.github.amlmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Findings as a file for other programs: {@code {"formatVersion": 1, "refused": n, "warned": n, "findings": [{rule, severity, path, line,
 * column, found, message, fix, way: [{path, line, column}]}]}}, in the order of the places. {@code severity} is {@code refuse} or {@code
 * warn}; {@code path} is relative to the top of the repository; {@code line} and {@code column} count from 1; {@code way} are the references
 * that lead to the file, the first in a definition that was asked for.
 */
public final class FindingsJson {
    private static final int FORMAT_VERSION = 1;

    private FindingsJson() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param findings the findings
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(List<Finding> findings, Path file) throws IOException {
        WholeFile.write(file, out -> write(findings, out));
    }

    private static void write(List<Finding> findings, OutputStream out) throws IOException {
        try (JsonGenerator json = PrettyJson.over(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeNumberField("refused", count(findings, Severity.REFUSE));
            json.writeNumberField("warned", count(findings, Severity.WARN));
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("rule", finding.rule());
                json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
                write(finding.location(), json);
                json.writeStringField("found", finding.found());
                json.writeStringField("message", finding.message());
                json.writeStringField("fix", finding.fix());
                json.writeArrayFieldStart("way");
                for (Location reference : finding.way()) {
                    json.writeStartObject();
                    write(reference, json);
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Location location, JsonGenerator json) throws IOException {
        json.writeStringField("path", location.path().value());
        json.writeNumberField("line", location.line());
        json.writeNumberField("column", location.column());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
