package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.repository.Coordinates;
import io.github.amlmaven.repository.History;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemedyTest {
    private static final Path FILE = Path.of("rides-1.4.0-aml.json");

    private static List<String> of(History.Entry... entries) {
        return Remedy.of(new History(new Coordinates("org.example", "rides"), List.of(entries), 0, List.of()));
    }

    @Test
    void aDamagedManifestIsToldWithTheFileAndTheWayOut() {
        assertThat(of(new History.Unreadable("1.4.0", "It is no manifest.", Optional.of(FILE))))
                .containsExactly("The manifest of org.example:rides:1.4.0 is damaged. Delete rides-1.4.0-aml.json and"
                        + " run the command again, online, so that Maven downloads it anew. When that is refused as"
                        + " well, what the repository has is damaged or was replaced. `mvn aml:verify"
                        + " -Daml.artifact=org.example:rides:1.4.0` says whether its zip is whole.");
    }

    @Test
    void ofANewerFormatNothingIsDeleted() {
        assertThat(of(
                        new History.Unreadable("1.4.0", "The snapshot has format 2.", Optional.empty()),
                        new History.NotCaptured("1.3.0")))
                .isEmpty();
    }

    /** What is shown in a command was written by anyone. */
    @Test
    void onlyACommitIsTakenForOne() {
        assertThat(Remedy.ofFile(Optional.of("a".repeat(40)))).contains("`git checkout " + "a".repeat(40) + "`");
        assertThat(Remedy.ofFile(Optional.of("$(rm -r .)")))
                .contains("`git checkout COMMIT`")
                .doesNotContain("rm -r");
    }
}
