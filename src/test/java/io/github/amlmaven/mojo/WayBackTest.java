package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.amlmaven.publish.Former;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {
    private static final String COMMIT = "2963225e640c80e566275c87a04fe388d3d03376";
    private static final Plan PLAN = new Plan(
            "prod",
            new Place(Place.Kind.WORKSPACE, "s", "g", "w"),
            "westeurope",
            "sha256:14",
            "org.example:rides:1.4.0",
            COMMIT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private static Former former(String name, Stamp stamp) {
        return new Former("schedule", name, "/id", Optional.of(stamp), JsonNodeFactory.instance.objectNode());
    }

    private static Former former(String name, String coordinates) {
        return former(name, new Stamp("sha256:15", coordinates, COMMIT));
    }

    private static List<String> lines(boolean held, Former... formers) {
        return new WayBack(" -Daml.target=prod", held).lines(PLAN, List.of(formers));
    }

    @Test
    void oneVersionBeforeIsOneCommand() {
        assertThat(lines(false, former("day", "org.example:rides:1.5.0"), former("night", "org.example:rides:1.5.0")))
                .containsExactly(
                        "Before, schedule day ran org.example:rides:1.5.0 (commit 2963225e640c).",
                        "Before, schedule night ran org.example:rides:1.5.0 (commit 2963225e640c).",
                        "To go back to that:",
                        "  mvn aml:restore -Daml.artifact=org.example:rides:1.5.0 -Daml.to=workspace -Daml.target=prod");
    }

    @Test
    void whatIsHeldIsReleasedFirst() {
        assertThat(lines(true, former("day", "org.example:rides:1.5.0")))
                .containsSubsequence(
                        "  mvn aml:release-hold -Daml.artifact=org.example:rides:1.5.0 -Daml.target=prod",
                        "  mvn aml:restore -Daml.artifact=org.example:rides:1.5.0 -Daml.to=workspace -Daml.target=prod");
    }

    @Test
    void severalVersionsAreNoOneCommand() {
        assertThat(lines(false, former("day", "org.example:rides:1.5.0"), former("night", "org.example:rides:1.3.0")))
                .contains("No one version brings all of that back. `mvn aml:history -Daml.target=prod` shows what ran"
                        + " before.")
                .noneMatch(line -> line.contains("aml:restore"));
    }

    @Test
    void whatIsNoReleaseIsInNoRepositoryForLong() {
        assertThat(lines(false, former("day", "org.example:rides:1.5.0-SNAPSHOT")))
                .last()
                .asString()
                .startsWith("That is no release: to go back, restore its zip with mvn aml:restore -Daml.file=");
    }

    @Test
    void whatRanTheSameIsNothingToGoBackTo() {
        assertThat(lines(false, former("day", new Stamp("sha256:14", "org.example:rides:1.4.0", COMMIT))))
                .isEmpty();
    }

    @Test
    void aTagThatAnyoneWroteReachesNoShell() {
        assertThat(lines(
                        false,
                        new Former("schedule", "none", "/id", Optional.empty(), JsonNodeFactory.instance.objectNode()),
                        former("day", "org.example:rides:1.5.0; rm -rf ~"),
                        former("night", "org.example:rides:\u001b[2J"),
                        former("dusk", new Stamp("sha256:15", "org.example:rides:1.5.0", "$(id)"))))
                .containsExactly(
                        "Before, schedule none was something that was not published with this plugin.",
                        "Before, schedule day was something that was not published with this plugin.",
                        "Before, schedule night was something that was not published with this plugin.",
                        "Before, schedule dusk was something that was not published with this plugin.");
    }
}
