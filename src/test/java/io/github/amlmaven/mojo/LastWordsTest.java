package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.publish.Progress;
import io.github.amlmaven.workspace.Place;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    private static final Plan.Step COMPONENT = step(Action.CREATE, "component", "train:2");
    private static final Plan.Step ENDPOINT = step(Action.REPOINT, "batch endpoint", "fares");
    private static final Plan.Step SCHEDULE = step(Action.REPOINT, "schedule", "nightly");
    private static final Plan PLAN = new Plan(
            "prod",
            new Place(Place.Kind.WORKSPACE, "s", "g", "w"),
            "westeurope",
            "sha256:14",
            "org.example:rides:1.4.0",
            "2963225e640c80e566275c87a04fe388d3d03376",
            List.of(COMPONENT, ENDPOINT, SCHEDULE),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private final List<String> lines = new ArrayList<>();

    private static Plan.Step step(Action action, String kind, String name) {
        return new Plan.Step(action, name, kind, name, "/id/" + name, "sha256:0", List.of());
    }

    private List<String> said(Plan.Step... written) {
        try (LastWords words = LastWords.ready(PLAN, new Silent(), "mvn aml:deploy", new Noted())) {
            for (Plan.Step step : written) {
                words.wrote(new Outcome.Written(step, step.id()));
            }
            words.say();
        }
        return lines;
    }

    @Test
    void whatWasRePointedIsSaidSinceNobodyPointsItBack() {
        assertThat(said(COMPONENT, ENDPOINT))
                .containsExactly(
                        "Stopped while org.example:rides:1.4.0 was published to prod.",
                        "Written: component train:2, batch endpoint fares.",
                        "Not written: schedule nightly.",
                        "Re-pointed, and NOT pointed back: batch endpoint fares.",
                        "Azure may still do what it was just asked. Run it again to go on: mvn aml:deploy");
    }

    @Test
    void whatWasOnlyCreatedPointsNothingElsewhere() {
        assertThat(said(COMPONENT)).noneMatch(line -> line.contains("pointed back"));
    }

    private final class Noted extends SystemStreamLog {
        @Override
        public void error(CharSequence line) {
            lines.add(line.toString());
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void wrote(Outcome.Written written) {}

        @Override
        public void uploaded(long bytes) {}
    }
}
