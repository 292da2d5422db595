package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs after the integration tests: nothing that any of them wrote has a secret in it, neither a log nor an artifact. */
class PlantedSecretsCheck {

    @ParameterizedTest
    @ValueSource(strings = {"it", "invoker-reports"})
    void noOutputHasASecret(String name) throws Exception {
        Path folder = Path.of("target", name);
        assumeTrue(Files.isDirectory(folder), "no integration test ran");
        List<String> secrets =
                List.of(Principal.DEFAULT.secret(), Principal.DEFAULT.assertion(), Identities.TOKEN_END, Azurite.KEY);
        assertThat(new Leaks(secrets).in(folder)).isEmpty();
    }
}
