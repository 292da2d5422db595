package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bodies are what the Azure ML client sends for the same definitions. */
@Tag("oracle")
class AzureWireOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> differences = new ArrayList<>();
    private final Set<Explained> explained = new TreeSet<>(
            (a, b) -> a.difference().pattern().compareTo(b.difference().pattern()));
    private int same;
    private int sameNames;
    private int otherNames;

    @Test
    void agreesOnDefinitionsThatUseEveryField() throws Exception {
        compare(Path.of("src/test/oracle"), Set.of());

        assertThat(differences).isEmpty();
        assertThat(same).isGreaterThanOrEqualTo(32);
        List<Explained> unused = new ArrayList<>(Explained.ALL);
        unused.removeAll(explained);
        // What only others write.
        assertThat(unused)
                .extracting(Explained::title)
                .isSubsetOf("Nothing unknown is dropped", "Versions keep their digits");
    }

    @Test
    void agreesOnWhatOthersWrote() throws Exception {
        compare(Shared.path("corpus"), Set.of("automl-standalone-jobs", "monitoring", "deployment-from-job"));

        assertThat(differences).isEmpty();
        assertThat(same).isGreaterThanOrEqualTo(150);
        // Build contexts are named by another hash, and what runs in them after that.
        assertThat(sameNames).isGreaterThan(10 * otherNames);
    }

    private void compare(Path root, Set<String> untranslatable) throws Exception {
        DiskTree tree = new DiskTree(root);
        List<Captured> captured = new ArrayList<>();
        List<ObjectNode> questions = new ArrayList<>();
        for (TreePath file : tree.files()) {
            boolean definition = file.name().matches(".*\\.ya?ml");
            Optional<Captured> one = definition ? Captured.read(tree, file, Agreement::id) : Optional.empty();
            one.flatMap(AzureWireOracleTest::kind).ifPresent(kind -> {
                captured.add(one.get());
                questions.add(JSON.createObjectNode()
                        .put(
                                "path",
                                root.resolve(file.value())
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString())
                        .put("kind", kind));
            });
        }
        List<JsonNode> answers = PythonOracle.ask("wire_oracle.py", questions);
        for (int i = 0; i < answers.size(); i++) {
            JsonNode answer = answers.get(i);
            String path = captured.get(i).entry().path().value();
            if (answer.has("puts") && untranslatable.stream().noneMatch(path::contains)) {
                compare(captured.get(i), answer.path("puts"));
                names(tree, captured.get(i), answer.path("puts"));
            }
        }
    }

    private void compare(Captured captured, JsonNode puts) throws Exception {
        List<String> found = new Agreement().differences(puts, captured);
        boolean agrees = true;
        for (String difference : found) {
            Optional<Explained> why =
                    Explained.ALL.stream().filter(e -> e.explains(difference)).findFirst();
            why.ifPresent(explained::add);
            if (why.isEmpty()) {
                agrees = false;
                differences.add(captured.entry() + " " + difference);
            }
        }
        same += agrees ? 1 : 0;
    }

    /** What has no name gets the very name that the client gives it, so that each finds what the other made. */
    private void names(DiskTree tree, Captured captured, JsonNode puts) throws Exception {
        Captured named = Captured.read(tree, captured.entry().path(), AzureWireOracleTest::path)
                .orElseThrow();
        named.body();
        Set<String> theirs = new TreeSet<>();
        puts.forEach(put -> theirs.add(Captured.PLACE + "/" + put.path("path").asText()));
        named.bodies().forEach((reference, body) -> {
            AssetKind kind = reference.startsWith("snapshot:component") ? AssetKind.COMPONENT : AssetKind.ENVIRONMENT;
            if (theirs.contains(path(kind, body))) {
                sameNames++;
            } else {
                otherNames++;
            }
        });
    }

    private static String path(AssetKind kind, Body body) {
        AssetName name = Wire.anonymous(kind, body);
        return Captured.PLACE + "/" + kind.folder() + "/" + name.name() + "/versions/" + name.version();
    }

    private static Optional<String> kind(Captured captured) {
        AssetKind kind = captured.entry().kind();
        return switch (kind) {
            case PIPELINE, JOB -> Optional.of("job");
            case COMPONENT, ENVIRONMENT, DATA, MODEL, SCHEDULE -> Optional.of(kind.label());
            case ENDPOINT, DEPLOYMENT ->
                Optional.of(Wire.collection(captured.definition()).name().toLowerCase(Locale.ROOT));
            case COMPUTE, DATASTORE, RUN_CONFIGURATION, RECORD -> Optional.empty();
        };
    }
}
