package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands to build servers. */
class AnnotationsTest {
    private static final Finding FINDING = new Finding(
            "pip/range",
            Severity.REFUSE,
            new Location(TreePath.of("env/a, b:c;[d] 100%.txt"), 3, 5),
            "x>1\r\n]y",
            "It floats: 50%.",
            "Pin it; now.");

    @Test
    void gitHubActionsIsToldInItsEscapes() {
        assertThat(Annotations.GITHUB_ACTIONS.lines(List.of(FINDING), true))
                .containsExactly("::error file=env/a%2C b%3Ac;[d] 100%25.txt,line=3,col=5,title=pip/range"
                        + "::x>1%0D%0A]y: It floats: 50%25. Pin it; now.");
    }

    @Test
    void azurePipelinesIsToldInItsEscapes() {
        assertThat(Annotations.AZURE_PIPELINES.lines(List.of(FINDING), true))
                .containsExactly("##vso[task.logissue type=error;sourcepath=env/a, b:c%3B[d%5D 100%AZP25.txt;"
                        + "linenumber=3;columnnumber=5;code=pip/range]x>1%0D%0A]y: It floats: 50%AZP25. Pin it; now.");
    }

    @Test
    void aWarningIsToldAsOneAndAfterTheRefusals() {
        Finding warning = new Finding("data/label", Severity.WARN, FINDING.location(), "d", "It floats.", "Pin it.");
        assertThat(Annotations.GITHUB_ACTIONS.lines(List.of(warning, FINDING), true))
                .satisfiesExactly(first -> assertThat(first).startsWith("::error "), second -> assertThat(second)
                        .startsWith("::warning "));
        assertThat(Annotations.AZURE_PIPELINES.lines(List.of(warning), true))
                .singleElement()
                .asString()
                .startsWith("##vso[task.logissue type=warning;");
    }

    @Test
    void aRefusalThatFailsNothingIsAWarning() {
        assertThat(Annotations.GITHUB_ACTIONS.lines(List.of(FINDING), false))
                .singleElement()
                .asString()
                .startsWith("::warning ");
    }

    @Test
    void noMoreAreToldThanAreShown() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            findings.add(new Finding("a/b", Severity.REFUSE, FINDING.location(), "refused " + i, "It is.", "Do not."));
            findings.add(new Finding("a/c", Severity.WARN, FINDING.location(), "warned " + i, "It is.", "Do not."));
        }
        assertThat(Annotations.GITHUB_ACTIONS.lines(findings, true)).hasSize(20);
    }

    @Test
    void theServerIsTheOneThatRunsTheBuild() {
        assertThat(Annotations.of(Map.of("GITHUB_ACTIONS", "true"))).contains(Annotations.GITHUB_ACTIONS);
        assertThat(Annotations.of(Map.of("TF_BUILD", "True"))).contains(Annotations.AZURE_PIPELINES);
        assertThat(Annotations.of(Map.of("CI", "true"))).isEmpty();
        assertThat(Annotations.of(Map.of("GITHUB_ACTIONS", "", "TF_BUILD", "False")))
                .isEmpty();
    }
}
