package io.github.amlmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.publish.Running;
import io.github.amlmaven.publish.Standing;
import io.github.amlmaven.repository.Coordinates;
import io.github.amlmaven.repository.History;
import io.github.amlmaven.snapshot.Difference;
import io.github.amlmaven.snapshot.Difference.Changes;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Previous;
import io.github.amlmaven.workspace.wire.Stamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final AssetId PIPELINE = new AssetId(AssetKind.PIPELINE, TreePath.of("ml/rides.yml"), "");
    private static final CodeId CODE = new CodeId(TreePath.of("ml/train"), List.of(), CodeUse.COMPONENT);
    private static final Changes<CodeId> SAME_CODE = new Changes<>(List.of(), List.of(), List.of());
    private static final Changes<AssetId> SAME_ASSETS = new Changes<>(List.of(), List.of(), List.of());

    @Test
    void aTableHasARowForEveryVersion() {
        Difference difference = new Difference(
                new Changes<>(List.of(PIPELINE), List.of(PIPELINE, PIPELINE), List.of(PIPELINE)),
                new Changes<>(List.of(), List.of(), List.of(CODE)));
        History history = history(
                captured("1.10.0-SNAPSHOT", Optional.of(difference), true, "rides", "ml/night.yml", "ml/day.yml#a"),
                new History.NotCaptured("1.2.0"),
                new History.Unreadable("1.1.0", "The snapshot has format 2.", Optional.empty()),
                new History.NotDownloaded("1.0.1"),
                captured("1.0.0", Optional.empty(), true));

        assertThat(HistoryTable.lines(history, 93))
                .containsExactly(
                        "Snapshots of org.example:rides",
                        "",
                        "VERSION          COMMIT      COMMITTED (UTC)   CHANGED         PIPELINES",
                        "1.10.0-SNAPSHOT  2963225e64  2024-07-01 12:00  +1 -2 ~1, code  3: rides, night.yml, day.yml#a",
                        "1.2.0            no snapshot",
                        "1.1.0            The snapshot has format 2.",
                        "1.0.1            not downloaded yet, and Maven is offline",
                        "1.0.0            2963225e64  2024-07-01 12:00                  0",
                        "",
                        "CHANGED: + added, - removed, ~ changed definitions, against the snapshot below.",
                        "Not listed: 3 older; -Daml.limit says how many are.");
    }

    @Test
    void whatChangedIsInFewWords() {
        Difference nothing = new Difference(SAME_ASSETS, SAME_CODE);
        Difference code = new Difference(SAME_ASSETS, new Changes<>(List.of(), List.of(CODE), List.of()));
        Difference one = new Difference(new Changes<>(List.of(), List.of(), List.of(PIPELINE)), SAME_CODE);

        assertThat(HistoryTable.lines(
                        history(
                                captured("4", Optional.of(nothing), true),
                                captured("3", Optional.of(code), true),
                                captured("2", Optional.of(one), false),
                                captured("1", Optional.empty(), false)),
                        93))
                .contains(
                        "4        2963225e64  2024-07-01 12:00  nothing              0",
                        "3        2963225e64  2024-07-01 12:00  code                 0",
                        "2        2963225e64  2024-07-01 12:00  ~1, not publishable  0",
                        "1        2963225e64  2024-07-01 12:00  not publishable      0");
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNothingMovesItsCursor() {
        History history = history(
                captured("1.0.0-" + "x".repeat(100), Optional.empty(), true, "a\u001b[2J", "b".repeat(100)),
                new History.Unreadable("0.9", "y".repeat(100), Optional.empty()));

        assertThat(HistoryTable.lines(history, 93))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(93).doesNotContain("\u001b"))
                .anySatisfy(line -> assertThat(line).contains("2: a?[2J, bbb").endsWith("b..."))
                .anySatisfy(line -> assertThat(line).endsWith("y..."));
    }

    @Test
    void theFileHasEveryName(@TempDir Path folder) throws Exception {
        Difference difference = new Difference(
                new Changes<>(List.of(PIPELINE), List.of(), List.of()),
                new Changes<>(List.of(), List.of(), List.of(CODE)));
        Path file = folder.resolve("aml/history.json");

        HistoryJson.write(
                history(
                        captured("2", Optional.of(difference), true, "rides"),
                        new History.NotCaptured("1"),
                        new History.NotDownloaded("0.9"),
                        new History.Unreadable("0.8", "Why.", Optional.empty())),
                Optional.empty(),
                file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json)
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                        {
                          "formatVersion": 1,
                          "groupId": "org.example",
                          "artifactId": "rides",
                          "older": 3,
                          "versions": [
                            {
                              "version": "2",
                              "state": "captured",
                              "repository": "team",
                              "id": "sha256:2",
                              "commit": "2963225e640c80e566275c87a04fe388d3d03376",
                              "committedAt": "2024-07-01T12:00:00Z",
                              "pipelines": ["rides"],
                              "publishable": true,
                              "changes": {
                                "since": "1.9",
                                "assets": {"added": ["snapshot:pipeline/ml/rides.yml"], "removed": [], "changed": []},
                                "code": {"added": [], "removed": [], "changed": ["ml/train"]}
                              }
                            },
                            {"version": "1", "state": "not-captured"},
                            {"version": "0.9", "state": "not-downloaded"},
                            {"version": "0.8", "state": "unreadable", "reason": "Why."}
                          ]
                        }
                        """));
    }

    @Test
    void whatIsLiveAndHeldIsShownInAWorkspace(@TempDir Path folder) throws Exception {
        Stamp stamp = new Stamp("sha256:1", "org.example:rides:1.4.0", "2963225e");
        Stamp bad = new Stamp("sha256:2", "org.example:rides:1.5.0", "3963225e");
        Standing standing = new Standing(
                new Place(Place.Kind.WORKSPACE, "s", "g", "w"),
                List.of(new Running(
                        "schedule",
                        "nightly",
                        stamp,
                        "sha256:3",
                        Optional.of(new Previous("org.example:rides:1.5.0", "sha256:2")),
                        Optional.empty())),
                List.of(new Running(
                        "schedule", "yearly", stamp, "sha256:3", Optional.empty(), Optional.of("it is switched off"))),
                List.of(new Hold(bad, "Übung", Instant.parse("2026-07-01T12:00:00Z"))));

        assertThat(StandingTable.lines(standing, 93))
                .containsExactly(
                        "In workspace w:",
                        "",
                        "VERSION  IS",
                        "1.4.0    live behind schedule nightly, 1.5.0 before",
                        "1.4.0    not live behind schedule yearly: it is switched off",
                        "1.5.0    held since 2026-07-01 12:00 UTC: Übung");
        assertThat(StandingTable.lines(new Standing(standing.place(), List.of(), List.of(), List.of()), 93))
                .containsExactly("In workspace w:", "", "Nothing of it is live or held.");

        Path file = folder.resolve("history.json");
        HistoryJson.write(history(), Optional.of(standing), file);
        assertThat(new ObjectMapper().readTree(file.toFile()).path("workspace"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                        {
                          "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w",
                          "live": [
                            {
                              "kind": "schedule",
                              "name": "nightly",
                              "version": "1.4.0",
                              "id": "sha256:1",
                              "commit": "2963225e",
                              "before": {"coordinates": "org.example:rides:1.5.0", "id": "sha256:2"}
                            }
                          ],
                          "idle": [
                            {
                              "kind": "schedule",
                              "name": "yearly",
                              "version": "1.4.0",
                              "id": "sha256:1",
                              "commit": "2963225e",
                              "why": "it is switched off"
                            }
                          ],
                          "held": [
                            {
                              "coordinates": "org.example:rides:1.5.0",
                              "id": "sha256:2",
                              "reason": "Übung",
                              "since": "2026-07-01T12:00:00Z"
                            }
                          ]
                        }
                        """));
    }

    private static History history(History.Entry... entries) {
        return new History(new Coordinates("org.example", "rides"), List.of(entries), 3, List.of());
    }

    private static History.Captured captured(
            String version, Optional<Difference> difference, boolean publishable, String... pipelines) {
        return new History.Captured(
                version,
                "team",
                "sha256:" + version,
                "2963225e640c80e566275c87a04fe388d3d03376",
                Instant.parse("2024-07-01T12:00:00Z"),
                List.of(pipelines),
                publishable,
                difference.map(change -> new History.Change("1.9", change)));
    }
}
