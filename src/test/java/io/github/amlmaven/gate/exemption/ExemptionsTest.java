package io.github.amlmaven.gate.exemption;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionsTest {
    private static final Set<String> RULES =
            Set.of("pip/range", "pip/no-version", "conda/fuzzy", "image/no-digest", "secret/url-credentials");
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
    private static final Optional<TreePath> EVERYTHING = Optional.of(TreePath.ROOT);

    private static final Finding RANGE = finding("pip/range", "ml/requirements.txt", 3, "pandas>=2");
    private static final Finding OTHER_LINE = finding("pip/range", "ml/requirements.txt", 4, "numpy<2");
    private static final Finding OTHER_FILE = finding("pip/range", "other/requirements.txt", 3, "pandas>=2");
    private static final Finding OTHER_RULE = finding("pip/no-version", "ml/requirements.txt", 5, "pandas>=2");

    private static Finding finding(String rule, String path, int line, String found) {
        return new Finding(
                rule, Severity.REFUSE, new Location(TreePath.of(path), line, 1), found, "It floats.", "Pin.");
    }

    private static Exemptions exemptions(String yaml) throws IOException {
        return Exemptions.read(new MemoryTree().file(".aml/exemptions.yml", yaml), RULES);
    }

    private static Exemptions exemption(String target) throws IOException {
        return exemptions(
                """
                - rule: pip/range
                  %s
                  reason: The vendor pins it in March.
                  owner: ml-platform
                  expires: 2027-01-31
                """
                        .formatted(target));
    }

    private static Judged judge(Exemptions exemptions, Finding... findings) {
        return exemptions.apply(List.of(findings), TODAY, EVERYTHING);
    }

    @Test
    void aPathLetsPassWhatItsRuleFindsInThatFileAndNothingElse() throws IOException {
        Judged judged = judge(exemption("path: ml/requirements.txt"), RANGE, OTHER_LINE, OTHER_FILE, OTHER_RULE);

        assertThat(judged.findings()).containsExactly(OTHER_RULE, OTHER_FILE);
        assertThat(judged.used())
                .containsExactly(new Exemption(
                        "pip/range",
                        Optional.of(TreePath.of("ml/requirements.txt")),
                        Optional.empty(),
                        "The vendor pins it in March.",
                        "ml-platform",
                        TODAY));
    }

    @Test
    void aReferenceLetsPassThatVeryTextInEveryFile() throws IOException {
        Judged judged = judge(exemption("reference: pandas>=2"), RANGE, OTHER_LINE, OTHER_FILE, OTHER_RULE);

        assertThat(judged.findings()).containsExactly(OTHER_LINE, OTHER_RULE);
        assertThat(judged.used())
                .singleElement()
                .extracting(Exemption::reference)
                .isEqualTo(Optional.of("pandas>=2"));
    }

    @Test
    void aPathAndAReferenceHaveToMeetBoth() throws IOException {
        Judged judged =
                judge(exemption("path: ml/requirements.txt\n  reference: pandas>=2"), RANGE, OTHER_LINE, OTHER_FILE);

        assertThat(judged.findings()).containsExactly(OTHER_LINE, OTHER_FILE);
    }

    @Test
    void aWarningCanBeExemptedToo() throws IOException {
        Finding warning = new Finding("pip/range", Severity.WARN, RANGE.location(), "pandas>=2", "It floats.", "Pin.");

        assertThat(judge(exemption("path: ml/requirements.txt"), warning).findings())
                .isEmpty();
    }

    @Test
    void itCountsThroughItsLastDayAndRefusesFromTheNextOn() throws IOException {
        Exemptions exemptions = exemption("path: ml/requirements.txt");

        assertThat(exemptions.apply(List.of(RANGE), TODAY, EVERYTHING).findings())
                .isEmpty();

        Judged later = exemptions.apply(List.of(RANGE), TODAY.plusDays(1), EVERYTHING);
        assertThat(later.used()).isEmpty();
        assertThat(later.findings()).hasSize(2).contains(RANGE).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("exemption/expired");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).hasToString(".aml/exemptions.yml:5:12");
            assertThat(finding.found()).isEqualTo("2027-01-31");
            assertThat(finding.fix()).contains("ml-platform");
        });
    }

    @Test
    void oneThatIsOverRefusesEvenWhenNothingNeedsIt() throws IOException {
        Judged later = exemption("path: ml/requirements.txt").apply(List.of(), TODAY.plusDays(1), EVERYTHING);

        assertThat(later.findings()).extracting(Finding::rule).containsExactly("exemption/expired");
    }

    @Test
    void oneThatCoversNothingIsAWarning() throws IOException {
        Judged judged = judge(exemption("path: ml/gone.txt"), RANGE);

        assertThat(judged.used()).isEmpty();
        assertThat(judged.findings()).hasSize(2).contains(RANGE).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("exemption/unused");
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
            assertThat(finding.location()).hasToString(".aml/exemptions.yml:1:9");
            assertThat(finding.message()).contains("pip/range for ml/gone.txt");
        });
    }

    @Test
    void oneForAFileThatWasNotJudgedIsNotCalledUnused() throws IOException {
        Optional<TreePath> module = Optional.of(TreePath.of("ml"));

        assertThat(exemption("path: other/gone.txt")
                        .apply(List.of(), TODAY, module)
                        .findings())
                .isEmpty();
        assertThat(exemption("reference: pandas>=2")
                        .apply(List.of(), TODAY, module)
                        .findings())
                .isEmpty();
        assertThat(exemption("path: ml/gone.txt")
                        .apply(List.of(), TODAY, Optional.empty())
                        .findings())
                .isEmpty();
        assertThat(exemption("path: ml/gone.txt")
                        .apply(List.of(), TODAY, module)
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("exemption/unused");
    }

    @ParameterizedTest
    @CsvSource({
        "pip/rnage, pip/range",
        "pip/ranges, pip/range",
        "pip/noversion, pip/no-version",
        "conda/fuzz, conda/fuzzy",
        "no-digest, image/no-digest",
    })
    void aRuleThatDoesNotExistIsRefusedAndTheNearestSuggested(String written, String meant) throws IOException {
        Judged judged = judge(exemptions(valid().replace("pip/range", written)), RANGE);

        assertThat(judged.findings()).hasSize(2).contains(RANGE).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("exemption/unknown-rule");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).hasToString(".aml/exemptions.yml:1:9");
            assertThat(finding.found()).isEqualTo(written);
            assertThat(finding.fix()).isEqualTo("Did you mean '" + meant + "'?");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment/missing-file", "code/missing"})
    void norHasWhatCannotBeCapturedAlthoughRulesOfTheSameKindDo(String rule) throws IOException {
        Finding found = finding(rule, "ml/requirements.txt", 1, "x");

        Judged judged = judge(exemptions(valid().replace("pip/range", rule)), found);

        assertThat(judged.findings())
                .hasSize(2)
                .contains(found)
                .extracting(Finding::rule)
                .contains("exemption/unknown-rule");
    }

    @Test
    void aNameOfAnyLengthIsComparedInNoTime() throws IOException {
        assertThat(judge(exemptions(valid().replace("pip/range", "x".repeat(500_000))))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("exemption/unknown-rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git/untracked",
                "secret/url-credentials",
                "definition/missing-file",
                "exemption/expired",
            })
    void dirtSecretsAndUnreadableDefinitionsHaveNoExceptions(String rule) throws IOException {
        Finding found = finding(rule, "ml/requirements.txt", 1, "x");

        Judged judged = judge(exemptions(valid().replace("pip/range", rule)), found);

        assertThat(judged.findings())
                .hasSize(2)
                .contains(found)
                .extracting(Finding::rule)
                .contains("exemption/not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "reason", "owner", "expires"})
    void eachMemberHasToBeThere(String member) throws IOException {
        Judged judged = judge(exemptions(without(member)), RANGE);

        assertMalformed(judged, "The exemption has no " + member + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'  '", "7", "[a]", "null"})
    void eachMemberIsText(String owner) throws IOException {
        Judged judged = judge(exemptions(valid().replace("ml-platform", owner)), RANGE);

        assertMalformed(judged, "The exemption has no owner.");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() throws IOException {
        Judged judged = judge(exemptions("- rule: pip/range\n- {reason: Because.}\n"), RANGE);

        assertThat(judged.findings())
                .filteredOn(finding -> finding.rule().equals("exemption/malformed"))
                .extracting(finding -> finding.location() + " " + finding.message())
                .containsExactly(
                        ".aml/exemptions.yml:1:3 The exemption has no reason, no owner, no expires, "
                                + "no path or reference.",
                        ".aml/exemptions.yml:2:3 The exemption has no rule, no owner, no expires, "
                                + "no path or reference.");
    }

    @Test
    void aPathHasToLeadIntoTheRepository() throws IOException {
        Judged judged = judge(exemption("path: ../elsewhere/requirements.txt"), RANGE);

        assertMalformed(judged, "The path does not lead into the repository.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2027-02-30'", "31.1.2027", "never", "2027-1-31"})
    void theLastDayIsADayOfTheCalendar(String day) throws IOException {
        Judged judged = judge(exemptions(valid().replace("2027-01-31", day)), RANGE);

        assertMalformed(judged, "This is not a day of the calendar.");
    }

    @Test
    void aNameThatNoExemptionHasIsRefusedAtItsPlace() throws IOException {
        Judged judged = judge(exemptions(valid() + "  expire: 2029-01-31\n"), RANGE);

        assertMalformed(judged, "An exemption has nothing of this name.");
        assertThat(judged.findings()).anySatisfy(finding -> {
            assertThat(finding.location()).hasToString(".aml/exemptions.yml:6:3");
            assertThat(finding.fix()).isEqualTo("Did you mean 'expires'?");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rule: pip/range", "- pip/range", "text", "- - a", "- {rule: a, rule: b}", "- *nobody", "\t"})
    void whatIsNoListOfExemptionsExemptsNothing(String yaml) throws IOException {
        Judged judged = judge(exemptions(yaml), RANGE);

        assertThat(judged.findings())
                .hasSize(2)
                .contains(RANGE)
                .extracting(Finding::rule)
                .contains("exemption/malformed");
    }

    @Test
    void aFileOfAnotherSizeThanPeopleWriteIsNotRead() throws IOException {
        Judged judged = judge(exemptions("#".repeat((1 << 20) + 1)), RANGE);

        assertMalformed(judged, "The file has more than 1048576 bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none yet\n", "[]"})
    void anEmptyFileIsFine(String yaml) throws IOException {
        assertThat(judge(exemptions(yaml), RANGE).findings()).containsExactly(RANGE);
    }

    @Test
    void soIsNoFile() throws IOException {
        Exemptions none = Exemptions.read(new MemoryTree(), RULES);

        assertThat(judge(none, OTHER_FILE, RANGE)).isEqualTo(new Judged(List.of(RANGE, OTHER_FILE), List.of()));
    }

    private static void assertMalformed(Judged judged, String message) {
        assertThat(judged.used()).isEmpty();
        assertThat(judged.findings()).hasSize(2).contains(RANGE).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("exemption/malformed");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    private static String valid() {
        return """
                - rule: pip/range
                  path: ml/requirements.txt
                  reason: The vendor pins it in March.
                  owner: ml-platform
                  expires: 2027-01-31
                """;
    }

    private static String without(String member) {
        return valid().replaceFirst(member + ": .*\n", "x: 1\n")
                .replaceFirst("  x: 1\n", "")
                .replace("- x: 1\n  ", "- ");
    }
}
