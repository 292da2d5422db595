package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static List<String> lines(List<Finding> findings) throws Exception {
        return ConsoleFindings.lines(findings, SourceLines.of(new MemoryTree(), findings), Style.PLAIN);
    }

    private static Finding finding(String rule, String path, int line, String found) {
        Location location = new Location(TreePath.of(path), line, 3);
        return new Finding(rule, Severity.REFUSE, location, found, "It floats.", "Pin it.");
    }

    @Test
    void findingsAreGroupedByFile() throws Exception {
        assertThat(lines(List.of(
                        finding("pip/range", "a.txt", 1, "x>1"),
                        finding("pip/no-version", "a.txt", 2, "y"),
                        finding("image/no-digest", "b.yml", 7, "python:3\nsecond line"))))
                .containsExactly(
                        "a.txt",
                        "  1:3  pip/range  x>1",
                        "      It floats.",
                        "      > Pin it.",
                        "  2:3  pip/no-version  y",
                        "      It floats.",
                        "      > Pin it.",
                        "b.yml",
                        "  7:3  image/no-digest  python:3 ...",
                        "      It floats.",
                        "      > Pin it.");
    }

    @Test
    void manyOfAKindAreCountedAndHideNoOtherKind() throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            findings.add(finding("git/untracked", String.format("f%04d", i), 1, "f"));
        }
        findings.add(finding("pip/range", "z.txt", 1, "x>1"));

        List<String> lines = lines(findings);

        assertThat(lines).contains("f0019", "z.txt", "and 980 more of git/...").doesNotContain("f0020");
    }

    @Test
    void theFileHasTheDocumentedShapeAndNothingIsLeftBesideIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("aml/findings.json");
        Finding found =
                finding("pip/range", "ä.txt", 4, "x>\"1\"").by(List.of(new Location(TreePath.of("train.yml"), 5, 17)));
        FindingsJson.write(List.of(found), file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("formatVersion").asInt()).isEqualTo(1);
        assertThat(json.path("refused").asInt()).isEqualTo(1);
        assertThat(json.path("warned").asInt()).isZero();
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.properties().stream()
                        .map(property ->
                                property.getKey() + "=" + property.getValue().asText()))
                .containsExactly(
                        "rule=pip/range",
                        "severity=refuse",
                        "path=ä.txt",
                        "line=4",
                        "column=3",
                        "found=x>\"1\"",
                        "message=It floats.",
                        "fix=Pin it.",
                        "way=");
        assertThat(finding.path("way")).hasToString("[{\"path\":\"train.yml\",\"line\":5,\"column\":17}]");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
