package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The file that build servers take for the report of a test run. */
class JUnitReportTest {
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    private final Document report;

    private static Finding finding(String rule, Severity severity, String found) {
        return new Finding(rule, severity, new Location(TreePath.of("a.txt"), 1, 3), found, "It floats.", "Pin it.");
    }

    JUnitReportTest(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("aml/TEST-aml.xml");
        JUnitReport.write(
                List.of(
                        finding("pip/range", Severity.REFUSE, "x>1"),
                        finding("pip/range", Severity.REFUSE, "<&]]>\u0001\ud800👍\""),
                        finding("data/label", Severity.WARN, "d"),
                        finding("code/missing", Severity.REFUSE, "src")),
                Map.of("pip/range", "A range", "data/label", "A label", "pip/pre", "A pre-release"),
                file);
        report = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private String at(String path) throws Exception {
        return xpath.evaluate(path, report);
    }

    @Test
    void everyRuleIsATestOnce() throws Exception {
        assertThat(at("/testsuite/@tests")).isEqualTo("4");
        assertThat(at("/testsuite/@failures")).isEqualTo("2");
        assertThat(at("count(//testcase)")).isEqualTo("4");
        assertThat(at("//testcase[@name='pip/pre']/@classname")).isEqualTo("aml.pip");
    }

    @Test
    void aRuleThatRefusesFailsWithAllItsPlaces() throws Exception {
        assertThat(at("//testcase[@name='pip/range']/failure/@message")).isEqualTo("A range: 2");
        assertThat(at("//testcase[@name='pip/range']/failure"))
                .isEqualTo("a.txt:1:3: x>1: It floats. Pin it.\n"
                        + "a.txt:1:3: <&]]>\uFFFD\uFFFD👍\": It floats. Pin it.");
    }

    @Test
    void aRuleThatWarnsPassesAndSaysIt() throws Exception {
        assertThat(at("count(//testcase[@name='data/label']/failure)")).isEqualTo("0");
        assertThat(at("//testcase[@name='data/label']/system-out")).contains("a.txt:1:3: d");
    }

    @Test
    void aFindingThatIsOfNoRuleFailsAsWell() throws Exception {
        assertThat(at("//testcase[@name='code/missing']/failure/@message")).isEqualTo("code/missing: 1");
    }
}
