package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.code.CodeHashes;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.snapshot.ResolvedDefinitions;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What one file defines and leads to, with a body for each of it: a publisher that sends nothing, and gives ids as Azure's client would. */
final class Captured implements Links {
    static final String PLACE = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers"
            + "/Microsoft.MachineLearningServices/workspaces/ws";

    /** Something that the definition leads to has no body. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(UntranslatableException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final FileTree tree;
    private final DefinitionGraph graph;
    private final Map<String, Definition> definitions = new TreeMap<>();
    private final Map<String, CodeId> code = new TreeMap<>();
    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Map<String, String> addresses = new TreeMap<>();
    private final BiFunction<AssetKind, Body, String> name;

    private Captured(FileTree tree, DefinitionGraph graph, BiFunction<AssetKind, Body, String> name) {
        this.tree = tree;
        this.graph = graph;
        this.name = name;
        for (Asset asset : graph.assets().values()) {
            add(Definition.of(asset.id(), ResolvedDefinitions.of(asset), ResolvedDefinitions.written(asset)));
        }
        graph.code().keySet().forEach(id -> code.put(reference(id), id));
    }

    /** Reads a file, and makes bodies of all that is published before it; nothing when it is no definition, or leads to what is missing. */
    static Optional<Captured> read(FileTree tree, TreePath path, BiFunction<AssetKind, Body, String> name)
            throws IOException, UntranslatableException {
        DefinitionGraph graph = DefinitionGraph.read(tree, List.of(path));
        if (graph.entries().isEmpty() || !graph.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Captured(tree, graph, name));
    }

    AssetId entry() {
        return graph.entries().get(0);
    }

    /** The file's own definition. */
    Definition definition() {
        return definition(entry().toString());
    }

    boolean isV2() {
        return asset().sdk() == Asset.Sdk.V2;
    }

    Asset asset() {
        return graph.asset(entry());
    }

    /** The body of the file's own definition, called as it says. */
    Body body() throws UntranslatableException {
        String version = asset().version().orElse("1");
        return Wire.body(definition(), new AssetName(asset().name().orElse("unnamed"), version, false), this);
    }

    /** The bodies of everything that was asked for on the way, by reference. */
    Map<String, Body> bodies() {
        return bodies;
    }

    private void add(Definition definition) {
        Inlined inlined = Inlined.of(definition, this::written);
        definitions.put(definition.id().toString(), inlined.pipeline());
        inlined.components().forEach(this::add);
    }

    private JsonNode written(String reference) {
        return graph.assets().values().stream()
                .filter(asset -> asset.id().toString().equals(reference))
                .findFirst()
                .map(ResolvedDefinitions::of)
                .orElseThrow();
    }

    private static String reference(CodeId id) {
        return "snapshot:code/" + id.source();
    }

    private Definition definition(String reference) {
        return Optional.ofNullable(definitions.get(reference)).orElseThrow(() -> new NoSuchElementException(reference));
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String location() {
        return "westeurope";
    }

    @Override
    public String address(String reference) {
        return Optional.ofNullable(addresses.get(reference)).orElseGet(() -> {
            String address = newAddress(reference);
            addresses.put(reference, address);
            return address;
        });
    }

    private String newAddress(String reference) {
        if (reference.startsWith("snapshot:file/")) {
            TreePath path = TreePath.of(reference.substring("snapshot:file/".length()));
            return "azureml://datastores/workspaceblobstore/paths/LocalUpload/" + path.name();
        }
        try {
            if (reference.startsWith("snapshot:code/")) {
                CodeId id = Optional.ofNullable(code.get(reference)).orElseThrow();
                return PLACE + "/codes/"
                        + CodeHashes.of(
                                tree, Objects.requireNonNull(graph.code().get(id))) + "/versions/1";
            }
            Definition definition = definition(reference);
            AssetKind kind = definition.id().kind();
            JsonNode tree = definition.tree();
            if (entry().kind() == AssetKind.DEPLOYMENT && kind == AssetKind.ENVIRONMENT && tree.has("name")) {
                // Only there does the client heed the name of an environment that is written inline.
                return PLACE + "/environments/" + tree.path("name").asText() + "/versions/"
                        + tree.path("version").asText("7");
            }
            Body body = Wire.body(definition, new AssetName(AssetName.ANONYMOUS_COMPONENT, "", true), this);
            bodies.put(reference, body);
            return name.apply(kind, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UntranslatableException e) {
            throw new Refused(e);
        }
    }

    @Override
    public JsonNode content(String reference) {
        if (!reference.startsWith("snapshot:file/")) {
            return definition(reference).tree();
        }
        TreePath path = TreePath.of(reference.substring("snapshot:file/".length()));
        TreeEntry entry = Objects.requireNonNull(graph.files().get(path), reference);
        try (InputStream in = tree.open(entry)) {
            return Document.read(path, in).root();
        } catch (Exception e) {
            throw new IllegalStateException(reference, e);
        }
    }

    @Override
    public String version(Target.RemoteKind kind, String asset, String label) {
        return "7";
    }
}
