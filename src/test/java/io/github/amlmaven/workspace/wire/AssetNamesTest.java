package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.tree.TreePath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What assets are called. */
class AssetNamesTest {
    private static final String DIGEST = "sha256:0123456789abcdef" + "0".repeat(48);

    private static Definition definition(AssetKind kind, @Nullable String name, @Nullable String version) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        if (name != null) {
            tree.put("name", name);
        }
        if (version != null) {
            tree.put("version", version);
        }
        return new Definition(new AssetId(kind, TreePath.of("aml/x.yml"), ""), tree);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "COMPONENT, 4, 1.2.0, 4",
                "COMPONENT, 1.10, 1.2.0, 1.10",
                "COMPONENT, -, 1.2.0, 1.2.0",
                "COMPONENT, -, 1.2.0-SNAPSHOT, 1.2.0-0123456789ab",
                "ENVIRONMENT, -, 3-rc-1, 3-rc-1",
                "DATA, 2024-06, 1.2.0, 2024-06",
                "DATA, -, 1.2.0-SNAPSHOT, 1.2.0-0123456789ab",
                "MODEL, 7, 1.2.0, 7",
                "MODEL, -, 7, 7"
            })
    void theDefinitionsVersionGoesBeforeTheProjects(
            AssetKind kind, @Nullable String written, String project, String version) throws Exception {
        assertThat(AssetNames.of(definition(kind, "a_b-c.d", written), project, DIGEST))
                .contains(new AssetName("a_b-c.d", version, false));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "MODEL, m, -, 1.2.0, The project's version '1.2.0' is no version of a model, Write 'version: 1'",
                "MODEL, m, 0, 1.2.0, '0' is no version of a model, Write 'version: 1'",
                "MODEL, m, 1.0, 1.2.0, '1.0' is no version of a model, Write 'version: 1'",
                "DATA, d, -, 1.2.0-a-very-long-qualifier-of-a-version, is too long for data, Write a shorter 'version'",
                "COMPONENT, c, a/b, 1, 'a/b' is no version of an asset, Write a 'version' of letters",
                "COMPONENT, a/b, 1, 1, 'a/b' is no name, Use letters",
                "DATA, -, 1, 1, needs a 'name', Write one"
            })
    void whatAzureDoesNotTakeIsRefusedWithWhatToWrite(
            AssetKind kind,
            @Nullable String name,
            @Nullable String written,
            String project,
            String message,
            String fix) {
        assertThatThrownBy(() -> AssetNames.of(definition(kind, name, written), project, DIGEST))
                .isInstanceOf(UntranslatableException.class)
                .hasMessageStartingWith("aml/x.yml at ")
                .hasMessageContaining(message)
                .hasMessageContaining(fix);
    }

    @Test
    void aComponentWithoutANameIsKnownByItsContent() throws Exception {
        assertThat(AssetNames.of(definition(AssetKind.COMPONENT, null, "3"), "1", DIGEST))
                .isEmpty();
    }
}
