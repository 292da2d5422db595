package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What assets are called. A definition that has a name keeps it; its version is the one that it says, or else the project's. While a project is
 * a SNAPSHOT its version says nothing about content, so a piece of the content's digest stands in the place of the word.
 */
public final class AssetNames {
    /** What a version of Azure ML may be made of; 30 characters at most for data (azureml-assets, issue 295), 255 else. */
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

    private static final Pattern MODEL_VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
    private static final int LONGEST_OF_DATA = 30;
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final int DIGITS = 12;

    private AssetNames() {}

    /**
     * The name of a component, an environment, data or a model.
     *
     * @param definition the definition
     * @param projectVersion the Maven project's version
     * @param digest the digest of the content, {@code sha256:} and hex digits
     * @return its name; nothing when the definition has none, which only components and environments need not have: those are then known by
     *     their content, see {@link Wire#anonymous}
     * @throws UntranslatableException when Azure ML takes no such name or version; it says what to write instead
     */
    public static Optional<AssetName> of(Definition definition, String projectVersion, String digest)
            throws UntranslatableException {
        Optional<String> name = text(definition.tree().path("name"));
        AssetKind kind = definition.id().kind();
        if (name.isEmpty()) {
            if (kind == AssetKind.DATA || kind == AssetKind.MODEL) {
                throw problem(definition.id(), "/name", "A " + kind.label() + " asset needs a 'name'.", "Write one.");
            }
            return Optional.empty();
        }
        if (!NAME.matcher(name.get()).matches()) {
            throw problem(
                    definition.id(),
                    "/name",
                    "'" + name.get() + "' is no name of an asset.",
                    "Use letters, digits, '.', '_' and '-'.");
        }
        Optional<String> written = text(definition.tree().path("version"));
        String version = written.orElseGet(() -> version(projectVersion, digest));
        check(definition.id(), version, written.isPresent());
        return Optional.of(new AssetName(name.get(), version, false));
    }

    /**
     * The version that a project gives to what it publishes.
     *
     * @param projectVersion the Maven project's version
     * @param digest the digest of the content, {@code sha256:} and hex digits
     * @return the same; for a SNAPSHOT with twelve digits of the content's digest in the place of the word
     */
    public static String version(String projectVersion, String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return projectVersion.endsWith(SNAPSHOT)
                ? projectVersion.substring(0, projectVersion.length() - SNAPSHOT.length()) + "-"
                        + hex.substring(0, Math.min(DIGITS, hex.length()))
                : projectVersion;
    }

    private static void check(AssetId asset, String version, boolean written) throws UntranslatableException {
        String whose = written ? "'" + version + "'" : "The project's version '" + version + "'";
        if (asset.kind() == AssetKind.MODEL && !MODEL_VERSION.matcher(version).matches()) {
            throw problem(
                    asset,
                    "/version",
                    whose + " is no version of a model, which is a positive whole number.",
                    "Write 'version: 1' in the model's definition, and the next number with each new content.");
        }
        if (asset.kind() == AssetKind.DATA && version.length() > LONGEST_OF_DATA) {
            throw problem(
                    asset,
                    "/version",
                    whose + " is too long for data, whose versions have at most " + LONGEST_OF_DATA + " characters.",
                    "Write a shorter 'version' in the data's definition.");
        }
        if (!VERSION.matcher(version).matches()) {
            throw problem(
                    asset,
                    "/version",
                    whose + " is no version of an asset.",
                    "Write a 'version' of letters, digits, '.', '_' and '-' in the definition.");
        }
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static UntranslatableException problem(AssetId asset, String at, String message, String fix) {
        return new UntranslatableException(List.of(new WireProblem(asset, JsonPointer.compile(at), message, fix)));
    }
}
