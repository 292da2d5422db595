package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.gate.exemption.ExemptionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for users has a section for every rule, and for nothing else. */
class RuleDocumentationTest {
    private static final Path PAGE = Path.of("src/site/markdown/gates.md");
    private static final Pattern PROBLEM = Pattern.compile("\"((?:definition|environment|code)/[a-z-]+)\"");

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasASectionThatSaysWhatWhyAndHowToMend(Rule<?> rule) throws Exception {
        assertSection(rule.id(), rule.severity(), rule.title());
    }

    @ParameterizedTest
    @EnumSource
    void soHasEverythingThatCanBeWrongWithAnExemption(ExemptionRule rule) throws Exception {
        assertSection(rule.id(), rule.severity(), rule.title());
    }

    @Test
    void everySectionIsOfARuleThatExists() throws Exception {
        assertThat(all(Pattern.compile("(?m)^### `(.+)`$"), Files.readString(PAGE)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                rules().map(Rule::id),
                                Stream.of(ExemptionRule.values()).map(ExemptionRule::id))
                        .toList());
    }

    @Test
    void everyReasonNotToCaptureIsNamed() throws Exception {
        String page = Files.readString(PAGE);
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(all(PROBLEM, Files.readString(source)))
                        .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
            }
        }
    }

    static Stream<Rule<?>> rules() {
        List<Rule<?>> rules = new ArrayList<>(RuleCatalogue.rules(Strictness.DEFAULT));
        Set<String> known = rules.stream().map(Rule::id).collect(Collectors.toSet());
        RuleCatalogue.rules(new Strictness(DataGate.WARN, Pins.LOCKED, false, true)).stream()
                .filter(rule -> !known.contains(rule.id()))
                .forEach(rules::add);
        return rules.stream();
    }

    private static void assertSection(String id, Severity severity, String title) throws IOException {
        String verb = severity == Severity.REFUSE ? "refuses" : "warns";
        assertThat(section(id)).as(id).contains("*" + title + ": " + verb + ".*", "**Why.** ", "**Mend.** ");
    }

    private static String section(String id) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("### `" + id + "`\n");
        assertThat(start).as("%s needs a section in %s", id, PAGE).isNotNegative();
        int end = page.indexOf("\n#", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
