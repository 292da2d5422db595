package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where something comes from. */
class StampTest {
    private static final Stamp STAMP = new Stamp("sha256:" + "1".repeat(64), "org.example:rides:1.4.0", "2".repeat(40));

    private static Body body(String json) throws Exception {
        return new Body((ObjectNode) new ObjectMapper().readTree(json), List.of());
    }

    @Test
    void isWrittenBesideTheTagsOfTheDefinition() throws Exception {
        Body body = body("{\"properties\": {\"tags\": {\"team\": \"rides\"}}}");

        ObjectNode stamped = STAMP.on(body, "sha256:" + "3".repeat(64)).content();

        assertThat(stamped.at("/properties/tags/team").asText()).isEqualTo("rides");
        assertThat(stamped.at("/properties/tags/aml.digest").asText()).isEqualTo("sha256:" + "3".repeat(64));
        assertThat(stamped.at("/properties/tags/aml.snapshot").asText()).isEqualTo(STAMP.snapshot());
        assertThat(stamped.at("/properties/tags/aml.coordinates").asText()).isEqualTo(STAMP.coordinates());
        assertThat(stamped.at("/properties/tags/aml.commit").asText()).isEqualTo(STAMP.commit());
        assertThat(body.content().at("/properties/tags")).hasSize(1);
    }

    @Test
    void standsAtTheTopOfAnEndpoint() throws Exception {
        ObjectNode stamped =
                STAMP.on(body("{\"location\": \"x\", \"properties\": {}}"), "d").content();

        assertThat(stamped.at("/tags/aml.digest").asText()).isEqualTo("d");
        assertThat(stamped.at("/properties")).isEmpty();
    }

    @Test
    void isNeverLongerThanATag() {
        Stamp stamp = new Stamp("s", "g:" + "a".repeat(300) + ":1", "c");

        assertThat(stamp.tags("d").values()).allMatch(value -> value.length() <= 256);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/rides.git, https://example.org/rides.git",
        "scm:git:https://example.org/rides.git, https://example.org/rides.git",
        "scm:git:ssh://git@example.org/rides.git, ssh://git@example.org/rides.git",
        "git@example.org:rides.git, git@example.org:rides.git"
    })
    void namesTheRepositoryOfAJob(String address, String shown) {
        assertThat(STAMP.gitProperties(Optional.of(address)))
                .containsEntry("mlflow.source.git.repoURL", shown)
                .containsEntry("mlflow.source.git.commit", STAMP.commit())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@example.org/rides.git",
                "https://ghp_secret@example.org/rides.git",
                "scm:git:https://x-access-token:secret@example.org/rides.git",
                "https://example.org/rides.git?token=secret",
                "https://example.org/rides.git#secret",
                "secret nonsense"
            })
    void anAddressWithASecretIsNotShown(String address) {
        assertThat(STAMP.gitProperties(Optional.of(address)).toString()).doesNotContain("secret");
    }
}
