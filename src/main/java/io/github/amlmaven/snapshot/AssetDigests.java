package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Digests of definitions. In each, what it refers to stands as a digest itself, so that it covers all that the definition leads to and
 * nothing about where that lies. A loop and no recursion, so that a long chain of files cannot exhaust the stack.
 */
final class AssetDigests {
    private final DefinitionGraph graph;
    private final ContentDigests contents;
    private final Map<CodeId, String> code;
    private final Map<TreePath, String> paths = new HashMap<>();
    private final Map<AssetId, String> digests = new HashMap<>();

    private AssetDigests(DefinitionGraph graph, ContentDigests contents, Map<CodeId, String> code) {
        this.graph = graph;
        this.contents = contents;
        this.code = code;
    }

    /**
     * The digests of all definitions of a graph.
     *
     * @param graph the graph, without circles
     * @param contents digests of files and folders
     * @param code the digest of each piece of code
     * @return {@code sha256:} and 64 lower-case hex digits for each
     * @throws IOException when the tree cannot be read
     */
    static Map<AssetId, String> of(DefinitionGraph graph, ContentDigests contents, Map<CodeId, String> code)
            throws IOException {
        AssetDigests digests = new AssetDigests(graph, contents, code);
        Deque<Asset> waiting = new ArrayDeque<>(graph.assets().values());
        while (!waiting.isEmpty()) {
            Asset asset = waiting.getFirst();
            List<Asset> missing = digests.missing(asset);
            if (missing.isEmpty()) {
                digests.digests.put(asset.id(), digests.digest(asset));
                waiting.removeFirst();
            } else {
                missing.forEach(waiting::addFirst);
            }
        }
        return digests.digests;
    }

    private List<Asset> missing(Asset asset) {
        List<Asset> missing = new ArrayList<>();
        for (Reference reference : asset.references()) {
            if (reference.target() instanceof Target.Local local && !digests.containsKey(local.asset())) {
                missing.add(Objects.requireNonNull(graph.assets().get(local.asset())));
            }
        }
        return missing;
    }

    private String digest(Asset asset) throws IOException {
        Map<Reference, String> targets = new HashMap<>();
        for (Reference reference : asset.references()) {
            Optional<String> target = digest(reference.target());
            target.ifPresent(digest -> targets.put(reference, digest));
        }
        JsonNode definition = Definitions.replaced(asset, reference -> Optional.ofNullable(targets.get(reference)));
        ArrayNode implied = JsonNodeFactory.instance.arrayNode();
        Definitions.implied(asset).forEach(reference -> implied.add(targets.get(reference)));
        EnvironmentSpec environment = graph.environments().get(asset.id());
        if (environment != null) {
            for (TreeEntry file : environment.files()) {
                implied.add(contents.of(file));
            }
        }
        if (implied.isEmpty()) {
            return CanonicalJson.digest(definition);
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("definition", definition);
        both.set("implied", implied);
        return CanonicalJson.digest(both);
    }

    private Optional<String> digest(Target target) throws IOException {
        if (target instanceof Target.Local local) {
            return Optional.ofNullable(digests.get(local.asset()));
        } else if (target instanceof Target.Code of) {
            return Optional.ofNullable(code.get(of.id()));
        } else if (target instanceof Target.Files of) {
            return Optional.of(digest(of.path()));
        }
        return Optional.empty();
    }

    /** A folder of data may be used by many. */
    private String digest(TreePath path) throws IOException {
        String known = paths.get(path);
        if (known != null) {
            return known;
        }
        String digest = contents.of(path);
        paths.put(path, digest);
        return digest;
    }
}
