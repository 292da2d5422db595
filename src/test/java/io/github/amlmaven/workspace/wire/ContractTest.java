package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Collection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every body is one that the REST contract takes. */
class ContractTest {
    private static final Set<AssetKind> PUBLISHED = Set.of(
            AssetKind.PIPELINE,
            AssetKind.JOB,
            AssetKind.COMPONENT,
            AssetKind.ENVIRONMENT,
            AssetKind.DATA,
            AssetKind.MODEL,
            AssetKind.SCHEDULE,
            AssetKind.ENDPOINT,
            AssetKind.DEPLOYMENT);

    private final Map<Collection, Integer> bodies = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> untranslatable = new ArrayList<>();

    @Test
    void takesEveryBodyOfDefinitionsThatUseEveryField() throws Exception {
        check(Path.of("src/test/oracle"), new Contract("2026-05-01"));

        assertThat(errors).isEmpty();
        assertThat(untranslatable).isEmpty();
        assertThat(bodies.keySet()).hasSize(10);
    }

    @Test
    void takesEveryBodyOfWhatOthersWrote() throws Exception {
        check(Shared.path("corpus"), new Contract("2026-05-01"));

        assertThat(errors).isEmpty();
        assertThat(untranslatable)
                .allMatch(why -> why.contains("cannot be sent on its own")
                        || why.contains("A schedule that creates a monitor is not published")
                        || why.contains("cannot be repeated elsewhere")
                        || why.contains("is not published")
                        || why.contains("no version"))
                .hasSizeLessThan(30);
        assertThat(bodies.get(Collection.COMPONENT)).isGreaterThan(250);
        assertThat(bodies.get(Collection.JOB)).isGreaterThan(50);
    }

    @Test
    void refusesABodyThatIsWrong() throws Exception {
        Contract contract = new Contract("2026-05-01");
        ObjectNode body = Wire.code("https://example.org/code", "0".repeat(64)).content();
        assertThat(contract.errors(Collection.CODE, body)).isEmpty();
        body.withObjectProperty("properties").put("surprise", 1);
        assertThat(contract.errors(Collection.CODE, body)).isNotEmpty();
    }

    private void check(Path root, Contract contract) throws Exception {
        DiskTree tree = new DiskTree(root);
        for (TreePath file : tree.files()) {
            if (file.name().matches(".*\\.(?:ya?ml|json)")) {
                Optional<Captured> captured = Captured.read(tree, file, Agreement::id);
                if (captured.isPresent()
                        && PUBLISHED.contains(captured.get().entry().kind())
                        && captured.get().isV2()) {
                    check(captured.get(), contract);
                }
            }
        }
    }

    private void check(Captured captured, Contract contract) {
        try {
            check(
                    Wire.collection(captured.definition()),
                    captured.body(),
                    captured.entry().toString(),
                    contract);
            if (captured.entry().kind() == AssetKind.PIPELINE) {
                AssetName name = new AssetName("whole", "1", false);
                Body component = Wire.jobComponent(captured.definition(), name, captured);
                check(Collection.COMPONENT, component, captured.entry() + " as a component", contract);
            }
        } catch (UntranslatableException | Captured.Refused e) {
            untranslatable.add(e.getMessage());
        }
        captured.bodies().forEach((reference, body) -> check(collection(body), body, reference, contract));
    }

    private static Collection collection(Body body) {
        JsonNode properties = body.content().path("properties");
        return properties.has("componentSpec")
                ? Collection.COMPONENT
                : properties.has("modelType")
                        ? Collection.MODEL
                        : properties.has("dataType") ? Collection.DATA : Collection.ENVIRONMENT;
    }

    private void check(Collection collection, Body body, String whose, Contract contract) {
        bodies.merge(collection, 1, Integer::sum);
        contract.errors(collection, body.content()).forEach(error -> errors.add(whose + ": " + error));
    }
}
