package io.github.amlmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Findings in the <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static Analysis Results Interchange Format
 * 2.1.0</a>, with what GitHub's <a href="https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support">code
 * scanning</a> asks for. Paths are relative to {@code %SRCROOT%}, the top of the repository. Columns count code points.
 */
public final class SarifLog {
    private static final String VERSION = "2.1.0";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String HOME = "https://github.com/amlmaven/aml-maven-plugin";
    private static final String ROOT = "%SRCROOT%";

    /** What a line of a result is made of; the number changes when that does, so that no tool compares what cannot be compared. */
    private static final String FINGERPRINT = "amlFinding/v1";

    private final List<Finding> findings;
    private final Map<String, Finding> rules = new LinkedHashMap<>();
    private final Map<String, String> titles;
    private final String version;

    private SarifLog(List<Finding> findings, Map<String, String> titles, String version) {
        this.findings = findings;
        this.titles = titles;
        this.version = version;
        findings.stream()
                .sorted((left, right) -> left.rule().compareTo(right.rule()))
                .forEach(finding -> rules.putIfAbsent(finding.rule(), finding));
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param findings the findings
     * @param titles what each rule finds, in a few words, by the rule's id; a rule without a title has its id for one
     * @param version the version of the plugin
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(List<Finding> findings, Map<String, String> titles, String version, Path file)
            throws IOException {
        WholeFile.write(file, out -> new SarifLog(findings, titles, version).write(out));
    }

    private void write(OutputStream out) throws IOException {
        try (JsonGenerator json = PrettyJson.over(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", VERSION);
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            writeTool(json);
            json.writeStringField("columnKind", "unicodeCodePoints");
            writeResults(json);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void writeTool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "aml-maven-plugin");
        json.writeStringField("version", version);
        json.writeStringField("informationUri", HOME);
        json.writeArrayFieldStart("rules");
        for (Finding example : rules.values()) {
            String title = titles.getOrDefault(example.rule(), example.rule());
            json.writeStartObject();
            json.writeStringField("id", example.rule());
            writeText(json, "shortDescription", title);
            writeText(json, "fullDescription", title + ".");
            writeText(json, "help", example.fix());
            json.writeStringField("helpUri", helpUri(example.rule()));
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(example));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeResults(JsonGenerator json) throws IOException {
        List<String> indexes = List.copyOf(rules.keySet());
        Map<String, Integer> alike = new HashMap<>();
        json.writeArrayFieldStart("results");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("ruleId", finding.rule());
            json.writeNumberField("ruleIndex", indexes.indexOf(finding.rule()));
            json.writeStringField("level", level(finding));
            writeText(json, "message", finding.found() + ": " + finding.message() + " " + finding.fix());
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            writePlace(json, finding.location());
            json.writeEndObject();
            json.writeEndArray();
            writeWay(json, finding.way());
            json.writeObjectFieldStart("partialFingerprints");
            String what = finding.rule() + "\n" + finding.location().path() + "\n" + finding.found();
            json.writeStringField(FINGERPRINT, fingerprint(what, alike.merge(what, 1, Integer::sum)));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeWay(JsonGenerator json, List<Location> way) throws IOException {
        if (way.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("relatedLocations");
        for (Location reference : way) {
            json.writeStartObject();
            writePlace(json, reference);
            writeText(json, "message", "This leads to it.");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writePlace(JsonGenerator json, Location place) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(place.path().value()));
        json.writeStringField("uriBaseId", ROOT);
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", place.line());
        json.writeNumberField("startColumn", place.column());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A rule's section on the site; Doxia makes an anchor of a heading by taking what is neither letter nor digit out of it. */
    private static String helpUri(String rule) {
        return HOME + "/blob/main/src/site/markdown/gates.md#"
                + rule.toLowerCase(Locale.ROOT).replace("/", "");
    }

    private static String level(Finding finding) {
        return finding.severity() == Severity.REFUSE ? "error" : "warning";
    }

    /** A relative reference; a colon in its first name would make that a scheme (RFC 3986, 4.2). */
    private static String uri(String path) {
        try {
            String encoded =
                    new URI(null, null, "/" + path, null).toASCIIString().substring(1);
            int slash = encoded.indexOf('/');
            String first = slash < 0 ? encoded : encoded.substring(0, slash);
            return first.indexOf(':') < 0 ? encoded : "./" + encoded;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The same as long as what is found stays in its file, whatever the line; the second of two that are alike is another. */
    private static String fingerprint(String what, int occurrence) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((what + "\n" + occurrence).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
