package io.github.amlmaven.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.amlmaven.Bounded;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is a list of patterns, or one that Azure ML's client refuses. */
class IgnoreRulesFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void patterns(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = Math.max(0, text.indexOf('\n'));
        List<String> path = List.of(text.substring(0, end).split("/", -1));
        Bounded.run(() -> {
            try {
                IgnoreRules.of(text.substring(end), CodeUse.COMPONENT).exclude(path);
            } catch (IgnorePatternException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
