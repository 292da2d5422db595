package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsolePlanTest {
    private static List<String> lines(String... problems) {
        return ConsolePlan.lines(new Plan(
                "prod",
                new Place(Place.Kind.WORKSPACE, "s", "g", "w"),
                "westeurope",
                "sha256:14",
                "org.example:rides:1.4.0",
                "2963225e640c80e566275c87a04fe388d3d03376",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(problems)));
    }

    @Test
    void aPlanThatIsRefusedDoesNotSayThatAllIsThere() {
        assertThat(lines("There is no compute cpu-cluster.")).last().asString().startsWith("Nothing of it can be");
    }

    @Test
    void aPlanWithNothingToDoSaysSo() {
        assertThat(lines()).last().isEqualTo("All of it is there already: nothing is written.");
    }
}
