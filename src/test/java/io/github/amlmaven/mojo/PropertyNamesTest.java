package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyNamesTest {
    private static final PropertyNames NAMES =
            new PropertyNames(Set.of("aml.dryRun", "aml.version", "aml.to", "aml.target", "aml.gate.data"));

    private final List<String> warnings = new ArrayList<>();
    private final Log log = new SystemStreamLog() {
        @Override
        public void warn(CharSequence content) {
            warnings.add(content.toString());
        }
    };

    private final MavenSession session;

    PropertyNamesTest(@TempDir Path folder) throws Exception {
        session = Build.session(folder, Map.of(), folder.resolve("local"), Build.project(folder));
    }

    private void check(String... properties) throws MojoFailureException {
        for (String property : properties) {
            session.getRequest().getUserProperties().setProperty(property, "true");
        }
        NAMES.check(session, log);
    }

    @Test
    void whatThereIsPassesAndWhatIsNotOursIsNobodysMatter() throws Exception {
        check("aml.dryRun", "aml.gate.data", "skipTests", "dryrun");
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aml.dryrun, aml.dryRun",
        "aml.dry-run, aml.dryRun",
        "aml.DRYRUN, aml.dryRun",
        "aml.verison, aml.version",
        "aml.versions, aml.version",
        "aml.To, aml.to",
        "aml.gateData, aml.gate.data"
    })
    void whatIsWrittenWrongIsRefusedWithWhatIsMeant(String written, String meant) {
        assertThatThrownBy(() -> check(written))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("There is no such property, so that it would be passed over:\n  " + written + ": " + meant
                        + " is meant\nCorrect it, or leave it out. Small and capital letters count.");
    }

    @Test
    void allThatAreWrittenWrongAreNamedAtOnce() {
        assertThatThrownBy(() -> check("aml.tagret", "aml.dryrun", "aml.image"))
                .hasMessageContaining("aml.dryrun: aml.dryRun")
                .hasMessageContaining("aml.tagret: aml.target")
                .hasMessageNotContaining("aml.image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aml.image", "aml.foo", "aml.t", "aml.", "aml.taxi.python.version"})
    void whatIsNearNoneIsAWarningOnceInABuild(String written) throws Exception {
        check(written);
        check(written);
        assertThat(warnings).containsExactly("Nothing of this plugin reads " + written + ".");
    }

    @Test
    void aNameThatIsLongerThanAnySlipOfThePenIsNotCompared() {
        assertThatCode(() -> check("aml." + "dryRun".repeat(1_000_000))).doesNotThrowAnyException();
        assertThat(warnings).hasSize(1);
    }
}
