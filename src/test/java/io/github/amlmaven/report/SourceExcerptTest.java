package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line of a file under a finding. */
class SourceExcerptTest {
    private static final TreePath PATH = TreePath.of("requirements.txt");

    @Test
    void whatWasFoundIsMarkedInItsLine() throws Exception {
        assertThat(lines("numpy==2.0.0\n  pandas>=2.0  # soon\n", finding("pip/range", 2, 3, "pandas>=2.0")))
                .containsExactly(
                        "requirements.txt",
                        "  2:3  pip/range  pandas>=2.0",
                        "      2 |   pandas>=2.0  # soon",
                        "        |   ^^^^^^^^^^^",
                        "      It floats.",
                        "      > Pin it.");
    }

    @Test
    void columnsCountCodePoints() throws Exception {
        assertThat(lines("👍 é pandas\n", finding("pip/no-version", 1, 5, "pandas")))
                .contains("      1 | 👍 é pandas", "        |     ^^^^^^");
    }

    @Test
    void whatIsShownInAnotherFormThanItIsWrittenIsMarkedWhereItBegins() throws Exception {
        assertThat(lines("a = 'written otherwise'", finding("pip/range", 1, 5, "x")))
                .contains("      1 | a = 'written otherwise'", "        |     ^");
    }

    @Test
    void ofALongLineThePartAroundThePlaceIsShown() throws Exception {
        String long400 = "0123456789".repeat(20) + "pandas" + "0123456789".repeat(20);
        List<String> lines = lines(long400, finding("pip/range", 1, 201, "pandas"));
        assertThat(lines.get(2)).hasSize(10 + 100).contains("pandas");
        assertThat(lines.get(3).indexOf('^')).isEqualTo(lines.get(2).indexOf("pandas"));
    }

    @Test
    void aFindingAboutAFileAsAWholeOrInNoFileHasNoLine() throws Exception {
        assertThat(lines("text", finding("git/modified", 1, 1, "requirements.txt")))
                .hasSize(4);
        assertThat(lines("text", finding("pip/range", 7, 1, "beyond the end"))).hasSize(4);
        assertThat(lines("bin\0ary", finding("pip/range", 1, 2, "in"))).hasSize(4);
        assertThat(lines("a".repeat(2 << 20), finding("pip/range", 1, 2, "a"))).hasSize(4);
    }

    @Test
    void noLineIsShownOfAFileWithASecret() throws Exception {
        String text = "--index-url https://me:tr0ub4dor@pypi.corp pandas>=2.0\nnumpy>1";
        assertThat(lines(
                        text,
                        finding("secret/url-credentials", 1, 13, "https://***@pypi.corp"),
                        finding("pip/range", 1, 44, "pandas>=2.0"),
                        finding("pip/range", 2, 1, "numpy>1")))
                .hasSize(10)
                .noneMatch(line -> line.contains("tr0ub4dor") || line.contains(" | "));
    }

    @Test
    void aFileCannotCommandTheTerminalOrTheBuildServer() throws Exception {
        String text = "a\u001b[31m\u202e ##vso[task.setvariable variable=x]y ::error file=x::y ##[group] x\tb";
        assertThat(lines(text, finding("pip/range", 1, 3, "x")).get(2))
                .doesNotContain("\u001b", "\u202e", "##vso[", "##[", "::error", "\t")
                .startsWith("      1 | a")
                .endsWith("x b");
    }

    @Test
    void aStyleDressesThePartsAndNothingElse() throws Exception {
        MemoryTree tree = new MemoryTree().file(PATH.value(), "pandas");
        List<Finding> findings = List.of(finding("pip/no-version", 1, 1, "pandas"));
        Style style = (part, text) -> "<" + part + ":" + text + ">";
        assertThat(ConsoleFindings.lines(findings, SourceLines.of(tree, findings), style))
                .containsExactly(
                        "<FILE:requirements.txt>",
                        "  <REFUSAL:1:1  pip/no-version>  pandas",
                        "      1 | pandas",
                        "        | <CARET:^^^^^^>",
                        "      It floats.",
                        "      <FIX:> Pin it.>");
    }

    private static List<String> lines(String text, Finding... findings) throws IOException {
        MemoryTree tree = new MemoryTree().file(PATH.value(), text);
        return ConsoleFindings.lines(List.of(findings), SourceLines.of(tree, List.of(findings)), Style.PLAIN);
    }

    private static Finding finding(String rule, int line, int column, String found) {
        return new Finding(rule, Severity.REFUSE, new Location(PATH, line, column), found, "It floats.", "Pin it.");
    }
}
