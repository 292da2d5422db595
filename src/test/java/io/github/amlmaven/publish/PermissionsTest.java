package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.RequestLog.Request;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.workspace.wire.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page on permissions names what the plugin needs, all of it and no more: it is held against the requests that are sent. */
@ExtendWith(EmulatorExtension.class)
class PermissionsTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "permissions.md");
    private static final String PROVIDER = "Microsoft.MachineLearningServices/";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(GET|PUT|POST)( [^`]+)?` \\| `([^`]+)` \\| [^|]+ \\|$");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aWorkspaceIsAskedForWhatThePageNamesAndForNothingElse(@WithBlobs Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        consume(project, emulator);
        project.serve();
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(project.zip("1.4.0", "labels", "live", "green"))
                            .failure())
                    .isEmpty();
            Stamp held = new Stamp("sha256:0", "com.example:small:1.3.0", "0");
            new Holds(visitor.workspace()).hold(held, "why", Instant.parse("2026-07-01T12:00:00Z"));
            Standing.of(visitor.workspace(), "com.example:small");
        }
        assertThat(rows("On a workspace")).isEqualTo(requests(emulator, PROVIDER + "workspaces/"));
        assertThat(example()).allSatisfy(action -> assertThat(actions(emulator))
                .anyMatch(asked -> asked.matches(Pattern.quote(action).replace("*", "\\E.*\\Q"))));
    }

    @Test
    void soIsARegistry(@WithBlobs Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        project.git()
                .write("aml/environment.yml", "name: image\nversion: \"1\"\nimage: a@sha256:" + "0".repeat(64) + "\n");
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            assertThat(Visitor.inRegistry(emulator, tunnel)
                            .publish(project.zip("1.4.0"))
                            .failure())
                    .isEmpty();
        }
        assertThat(rows("On a registry")).isEqualTo(requests(emulator, PROVIDER + "registries/"));
    }

    /** A pipeline that refers to what is there, and by labels. */
    private static void consume(SmallProject project, Emulator emulator) {
        for (String asset : List.of("data", "models", "environments", "components")) {
            ObjectNode body = new ObjectMapper().createObjectNode();
            ObjectNode properties = body.putObject("properties");
            properties.put("dataType", "uri_file").put("dataUri", "https://example.org/known");
            properties.put("modelType", "custom_model").put("modelUri", "https://example.org/known");
            properties.put("image", "known@sha256:" + "0".repeat(64));
            properties.putObject("componentSpec").put("type", "command").put("command", "true");
            emulator.write(emulator.workspaceId() + "/" + asset + "/known/versions/1", body);
        }
        project.git()
                .write(
                        "aml/labels.yml",
                        """
                        type: pipeline
                        name: labels
                        jobs:
                          known:
                            type: command
                            component: azureml:known@latest
                            compute: azureml:cpu-cluster
                            inputs:
                              data: {type: uri_file, path: azureml:known@latest}
                              model: {type: custom_model, path: azureml:known@latest}
                              path: {type: uri_file, path: azureml://datastores/workspaceblobstore/paths/known}
                          own:
                            type: command
                            compute: azureml:cpu-cluster
                            component:
                              type: command
                              command: "true"
                              environment: azureml:known@latest
                        """);
    }

    private static Set<String> actions(Emulator emulator) {
        return emulator.log().all().stream()
                .flatMap(request -> request.action().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each as a row of the page: what is asked, and the action that it takes. */
    private static Set<String> requests(Emulator emulator, String place) {
        Set<String> rows = new TreeSet<>();
        for (Request request : emulator.log().all()) {
            request.action().ifPresent(action -> {
                String below = action.replace(place, "");
                String what = below.replaceFirst("(^|/)(read|write|action)$", "");
                rows.add(
                        action.startsWith(place) && below.contains("/")
                                ? request.method() + " " + what + " " + below
                                : action);
            });
        }
        return rows;
    }

    private static Set<String> rows(String title) throws IOException {
        Matcher section =
                Pattern.compile("(?ms)^## " + title + "$(.*?)(?=^## |\\z)").matcher(Files.readString(PAGE));
        assertThat(section.find()).as(title).isTrue();
        Set<String> rows = new TreeSet<>();
        for (Matcher row = ROW.matcher(section.group(1)); row.find(); ) {
            String what = row.group(2) == null ? "" : row.group(2).trim();
            String whole = row.group(1) + " " + what + " " + row.group(3);
            assertThat(rows.add(row.group(3).startsWith(PROVIDER) ? row.group(3) : whole))
                    .as(whole)
                    .isTrue();
        }
        return rows;
    }

    /** The actions of the role that the page gives as an example. */
    private static List<String> example() throws IOException {
        Matcher role = Pattern.compile("(?s)```json\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(role.find()).isTrue();
        JsonNode actions = new ObjectMapper().readTree(role.group(1)).path("Actions");
        return StreamSupport.stream(actions.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
