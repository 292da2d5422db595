package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.document.ExactJson;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes every digest of a snapshot anew, from the definitions in it and from the digests of its files. */
final class DigestCheck {
    private static final String FILE = "snapshot:file/";
    private static final Set<String> MEMBERS = Set.of("kind", "sdk", "source", "definition");

    private final Manifest manifest;
    private final FileTree tree;
    private final Definitions definitions;
    private final Flaws flaws;
    private final ContentDigests contents;
    private final Map<String, Manifest.AssetEntry> assets = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    /** Finds the content of an entry. */
    @FunctionalInterface
    interface Definitions {
        Optional<byte[]> content(String entry) throws IOException;
    }

    /**
     * Prepares.
     *
     * @param manifest what the snapshot says of itself
     * @param tree its files
     * @param definitions its other entries; where one is amiss that was told already
     * @param flaws takes what is wrong
     */
    DigestCheck(Manifest manifest, FileTree tree, Definitions definitions, Flaws flaws) {
        this.manifest = manifest;
        this.tree = tree;
        this.definitions = definitions;
        this.flaws = flaws;
        Map<TreePath, String> files = new HashMap<>();
        manifest.files().forEach(file -> files.put(file.path(), file.sha256()));
        this.contents = new ContentDigests(tree, path -> Optional.ofNullable(files.get(path)));
        manifest.assets().forEach(asset -> assets.put(asset.id().toString(), asset));
    }

    /**
     * Computes them.
     *
     * @return what is uploaded of each piece of code
     * @throws IOException when the snapshot cannot be read
     */
    SortedMap<CodeId, CodeListing> check() throws IOException {
        String id = ManifestJson.id(
                manifest.project(), manifest.git(), manifest.assets(), manifest.code(), manifest.files());
        if (!id.equals(manifest.id())) {
            flaws.add(SnapshotWriter.MANIFEST, "Its id is " + manifest.id() + ", and its content is " + id + ".");
        }
        SortedMap<CodeId, CodeListing> listings = new TreeMap<>();
        for (Manifest.CodeEntry code : manifest.code()) {
            listings.put(code.id(), code(code));
        }
        assets();
        return listings;
    }

    private CodeListing code(Manifest.CodeEntry code) throws IOException {
        CodeListing listing = CodeFolder.list(
                tree, code.path(), code.additionalIncludes(), code.id().use());
        String where = "The code " + code.id();
        listing.problems()
                .forEach(problem -> flaws.add(
                        SnapshotWriter.SOURCE + problem.entry().path(),
                        where + " cannot be uploaded: " + problem.message()));
        if (!listing.problems().isEmpty()) {
            return listing;
        }
        String digest = contents.of(listing);
        long bytes = 0;
        for (CodeListing.UploadedFile file : listing.files()) {
            bytes += tree.size(file.entry());
        }
        if (!digest.equals(code.digest())) {
            flaws.add(
                    SnapshotWriter.MANIFEST,
                    where + " has the digest " + code.digest() + ", and its files " + digest + ".");
        } else if (listing.files().size() != code.files() || bytes != code.bytes()) {
            flaws.add(
                    SnapshotWriter.MANIFEST,
                    where + " has " + listing.files().size() + " files and " + bytes + " bytes, and the manifest says "
                            + code.files() + " and " + code.bytes() + ".");
        }
        digests.put(reference(code.id()), code.digest());
        return listing;
    }

    private static String reference(CodeId id) {
        return SnapshotReference.to(new Target.Code(id)).orElseThrow();
    }

    /** A definition's turn comes when all that it refers to is known; a loop, so that a long chain cannot exhaust the stack. */
    private void assets() throws IOException {
        Set<String> begun = new HashSet<>();
        for (Map.Entry<String, Manifest.AssetEntry> root : assets.entrySet()) {
            Deque<Manifest.AssetEntry> waiting = new ArrayDeque<>();
            waiting.push(root.getValue());
            while (!waiting.isEmpty()) {
                Manifest.AssetEntry asset = waiting.getFirst();
                String id = asset.id().toString();
                if (digests.containsKey(id)) {
                    waiting.removeFirst();
                } else if (begun.add(id)) {
                    for (Manifest.Edge edge : asset.references()) {
                        Manifest.AssetEntry target = assets.get(edge.target());
                        if (target != null && !digests.containsKey(edge.target())) {
                            waiting.addFirst(target);
                        }
                    }
                } else {
                    waiting.removeFirst();
                    asset(id, asset);
                }
            }
        }
    }

    private void asset(String id, Manifest.AssetEntry asset) throws IOException {
        digests.put(id, asset.digest());
        Optional<byte[]> content = definitions.content(asset.file());
        if (content.isEmpty()) {
            return;
        }
        JsonNode entry;
        try {
            entry = ExactJson.read(new ByteArrayInputStream(content.get()));
        } catch (JsonProcessingException e) {
            flaws.add(asset.file(), "It is no JSON: " + e.getOriginalMessage() + ".");
            return;
        }
        if (!isFor(asset, entry)) {
            flaws.add(asset.file(), "It is not the definition " + id + ".");
            return;
        }
        Optional<String> digest = digest(asset, entry.path("definition"));
        if (digest.isPresent() && !digest.get().equals(asset.digest())) {
            flaws.add(
                    asset.file(),
                    "It has the digest " + digest.get() + ", and the manifest says " + asset.digest() + ".");
        }
    }

    private static boolean isFor(Manifest.AssetEntry asset, JsonNode entry) {
        Set<String> members = new HashSet<>();
        entry.fieldNames().forEachRemaining(members::add);
        members.remove("requirements");
        return members.equals(MEMBERS)
                && entry.path("kind").asText().equals(asset.id().kind().label())
                && entry.path("sdk").asText().equals(asset.sdk())
                && entry.path("source").asText().equals(asset.id().source());
    }

    private Optional<String> digest(Manifest.AssetEntry asset, JsonNode definition) throws IOException {
        ArrayNode implied = JsonNodeFactory.instance.arrayNode();
        JsonNode replaced = definition.deepCopy();
        for (Manifest.Edge edge : asset.references()) {
            Optional<String> target = digest(edge.target());
            if (target.isEmpty()) {
                flaws.add(
                        asset.file(),
                        "It refers to " + edge.target() + ", which is not in the snapshot, or refers back to it.");
                return Optional.empty();
            }
            JsonNode written = definition.at(edge.pointer());
            if (edge.pointer().matches() || written.isMissingNode()) {
                implied.add(target.get());
            } else if (written.isTextual() && written.textValue().equals(edge.target())) {
                set(replaced, edge.pointer(), target.get());
            } else {
                flaws.add(asset.file(), "It does not refer to " + edge.target() + " at " + edge.pointer() + ".");
                return Optional.empty();
            }
        }
        for (TreePath path : asset.reads()) {
            Optional<String> read = digest(FILE + path);
            if (read.isEmpty()) {
                flaws.add(asset.file(), "It reads " + path + ", which is not in the snapshot.");
                return Optional.empty();
            }
            implied.add(read.get());
        }
        return Optional.of(CanonicalJson.digest(implied.isEmpty() ? replaced : both(replaced, implied)));
    }

    private static ObjectNode both(JsonNode definition, ArrayNode implied) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("definition", definition);
        both.set("implied", implied);
        return both;
    }

    private static void set(JsonNode root, JsonPointer at, String text) {
        JsonNode parent = root.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.put(at.last().getMatchingProperty(), text);
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), text);
        }
    }

    private Optional<String> digest(String target) throws IOException {
        String known = digests.get(target);
        if (known != null || !target.startsWith(FILE)) {
            return Optional.ofNullable(known);
        }
        TreePath path;
        try {
            path = TreePath.of(target.substring(FILE.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (tree.find(path).isEmpty()) {
            return Optional.empty();
        }
        String digest = contents.of(path);
        digests.put(target, digest);
        return Optional.of(digest);
    }
}
