package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that code scanning reads. */
class SarifLogTest {
    private static final Map<String, String> TITLES = Map.of("pip/range", "A range");

    private final Path folder;

    SarifLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Finding finding(String rule, Severity severity, String path, int line, String found) {
        return new Finding(rule, severity, new Location(TreePath.of(path), line, 3), found, "It floats.", "Pin it.");
    }

    @Test
    void isOfTheSchemaOfTheStandard() throws Exception {
        assertThat(errors(text())).isEmpty();
        assertThat(errors(text(
                        finding("pip/range", Severity.REFUSE, "a.txt", 1, "x>1"),
                        finding("data/label", Severity.WARN, "sub folder/ä:b%#?.yml", 2, "\u0001\"\\"),
                        finding("code/missing", Severity.REFUSE, "a:b", 3, ""))))
                .isEmpty();
    }

    @Test
    void theSchemaIsOneThatRefuses() throws Exception {
        assertThat(errors(text().replace("\"2.1.0\"", "\"2.2.0\""))).isNotEmpty();
        assertThat(errors(text(finding("pip/range", Severity.REFUSE, "a.txt", 1, "x>1"))
                        .replace("\"startLine\" : 1", "\"startLine\" : 0")))
                .isNotEmpty();
    }

    @Test
    void eachRuleIsThereOnceWithItsLevelAndItsPage() throws Exception {
        JsonNode rules = run(
                        finding("pip/range", Severity.REFUSE, "b.txt", 1, "x>1"),
                        finding("data/label", Severity.WARN, "a.txt", 1, "d"),
                        finding("pip/range", Severity.REFUSE, "b.txt", 2, "y>1"))
                .at("/tool/driver/rules");
        assertThat(rules).hasSize(2);
        assertThat(rules.at("/0/id").textValue()).isEqualTo("data/label");
        assertThat(rules.at("/0/defaultConfiguration/level").textValue()).isEqualTo("warning");
        assertThat(rules.at("/0/shortDescription/text").textValue()).isEqualTo("data/label");
        assertThat(rules.at("/1/id").textValue()).isEqualTo("pip/range");
        assertThat(rules.at("/1/defaultConfiguration/level").textValue()).isEqualTo("error");
        assertThat(rules.at("/1/shortDescription/text").textValue()).isEqualTo("A range");
        assertThat(rules.at("/1/helpUri").textValue()).endsWith("/gates.md#piprange");
    }

    @Test
    void aResultPointsToItsRuleAndItsPlace() throws Exception {
        JsonNode result = run(
                        finding("a/b", Severity.WARN, "z.txt", 1, "d"),
                        finding("pip/range", Severity.REFUSE, "sub folder/ä%.txt", 7, "x>1"))
                .at("/results/1");
        assertThat(result.at("/ruleId").textValue()).isEqualTo("pip/range");
        assertThat(result.at("/ruleIndex").intValue()).isEqualTo(1);
        assertThat(result.at("/level").textValue()).isEqualTo("error");
        assertThat(result.at("/message/text").textValue()).isEqualTo("x>1: It floats. Pin it.");
        JsonNode place = result.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").textValue()).isEqualTo("sub%20folder/%C3%A4%25.txt");
        assertThat(place.at("/artifactLocation/uriBaseId").textValue()).isEqualTo("%SRCROOT%");
        assertThat(place.at("/region/startLine").intValue()).isEqualTo(7);
        assertThat(place.at("/region/startColumn").intValue()).isEqualTo(3);
    }

    @Test
    void aPathWithAColonIsNoSchemeOfAUri() throws Exception {
        JsonNode run = run(finding("a/b", Severity.WARN, "c:/x", 1, "d"));
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("./c:/x");
    }

    @Test
    void aFindingKeepsItsFingerprintWhenLinesMoveAndTwoThatAreAlikeHaveTheirOwn() throws Exception {
        Finding first = finding("pip/range", Severity.REFUSE, "a.txt", 1, "x>1");
        Finding moved = finding("pip/range", Severity.REFUSE, "a.txt", 9, "x>1");
        assertThat(fingerprint(run(first), 0)).isEqualTo(fingerprint(run(moved), 0));
        JsonNode both = run(first, moved);
        assertThat(fingerprint(both, 0)).isEqualTo(fingerprint(run(first), 0)).isNotEqualTo(fingerprint(both, 1));
        assertThat(fingerprint(run(first), 0))
                .isNotEqualTo(fingerprint(run(finding("pip/range", Severity.REFUSE, "b.txt", 1, "x>1")), 0));
    }

    private static String fingerprint(JsonNode run, int result) {
        return run.at("/results/" + result + "/partialFingerprints/amlFinding~1v1")
                .textValue();
    }

    private JsonNode run(Finding... findings) throws IOException {
        return new ObjectMapper().readTree(text(findings)).at("/runs/0");
    }

    private String text(Finding... findings) throws IOException {
        Path file = folder.resolve("aml/findings.sarif");
        SarifLog.write(List.of(findings), TITLES, "1.0", file);
        return Files.readString(file);
    }

    private static List<Error> errors(String log) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return schema.validate(
                    log,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
