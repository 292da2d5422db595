package io.github.amlmaven.snapshot;

import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the manifest of what was packed. */
final class Manifests {
    private final SnapshotRequest request;
    private final DefinitionGraph graph;
    private final Packer.Packed packed;
    private final ContentDigests contents;
    private final Map<CodeId, String> code = new HashMap<>();

    private Manifests(SnapshotRequest request, Packer.Packed packed) {
        this.request = request;
        this.graph = request.graph();
        this.packed = packed;
        this.contents = new ContentDigests(
                request.tree(), path -> Optional.ofNullable(packed.files().get(path))
                        .map(file -> file.content().sha256()));
        graph.code().forEach((id, listing) -> code.put(id, contents.of(listing)));
    }

    /**
     * The manifest of a snapshot.
     *
     * @param request what the snapshot is made of
     * @param packed its files
     * @param entries the entry of each definition
     * @return the manifest, with its id
     * @throws IOException when the tree cannot be read
     */
    static Manifest of(SnapshotRequest request, Packer.Packed packed, Map<AssetId, String> entries) throws IOException {
        return new Manifests(request, packed).manifest(entries);
    }

    private Manifest manifest(Map<AssetId, String> entries) throws IOException {
        List<Manifest.AssetEntry> assets = assets(entries);
        List<Manifest.CodeEntry> codes = code();
        List<Manifest.FileEntry> files = files();
        return new Manifest(
                Manifest.FORMAT_VERSION,
                ManifestJson.id(request.project(), request.git(), assets, codes, files),
                request.generator(),
                request.project(),
                request.git(),
                request.scm(),
                assets,
                codes,
                files,
                remote(),
                request.exemptions(),
                request.allowDirty(),
                request.findings().isEmpty(),
                request.findings());
    }

    private List<Manifest.AssetEntry> assets(Map<AssetId, String> entries) throws IOException {
        Map<AssetId, String> digests = AssetDigests.of(graph, contents, code);
        List<Manifest.AssetEntry> assets = new ArrayList<>();
        for (Asset asset : graph.assets().values()) {
            assets.add(new Manifest.AssetEntry(
                    asset.id().kind(),
                    ResolvedDefinition.sdk(asset),
                    asset.name(),
                    asset.version(),
                    new Manifest.Source(
                            asset.id().path(),
                            Optional.of(asset.id().place()).filter(place -> !place.isEmpty()),
                            asset.location().line()),
                    Objects.requireNonNull(entries.get(asset.id())),
                    Objects.requireNonNull(digests.get(asset.id())),
                    edges(asset),
                    reads(asset)));
        }
        return assets;
    }

    private List<TreePath> reads(Asset asset) {
        return Optional.ofNullable(graph.environments().get(asset.id()))
                .map(environment ->
                        environment.files().stream().map(TreeEntry::path).toList())
                .orElse(List.of());
    }

    private static List<Manifest.Edge> edges(Asset asset) {
        List<Manifest.Edge> edges = new ArrayList<>();
        for (Reference reference : asset.references()) {
            SnapshotReference.to(reference.target())
                    .ifPresent(target -> edges.add(new Manifest.Edge(
                            Definitions.pointer(asset, reference),
                            reference.location().line(),
                            reference.written(),
                            target)));
        }
        return edges;
    }

    private List<Manifest.CodeEntry> code() throws IOException {
        List<Manifest.CodeEntry> entries = new ArrayList<>();
        for (Map.Entry<CodeId, CodeListing> one : graph.code().entrySet()) {
            CodeId id = one.getKey();
            List<CodeListing.UploadedFile> files = one.getValue().files();
            entries.add(new Manifest.CodeEntry(
                    id.path(),
                    id.additionalIncludes(),
                    Optional.of(id.use()).filter(use -> use != CodeUse.COMPONENT),
                    request.tree()
                            .find(id.path())
                            .filter(entry -> entry.kind() == TreeEntry.Kind.FOLDER)
                            .flatMap(TreeEntry::object),
                    Objects.requireNonNull(code.get(id)),
                    Objects.requireNonNull(packed.uploads().get(id)),
                    files.size(),
                    files.stream().mapToLong(file -> size(file.entry().path())).sum()));
        }
        return entries;
    }

    private long size(TreePath path) {
        return Objects.requireNonNull(packed.files().get(path)).content().size();
    }

    private List<Manifest.FileEntry> files() {
        return packed.files().values().stream()
                .map(file -> new Manifest.FileEntry(
                        file.entry().path(),
                        file.entry().kind(),
                        file.content().size(),
                        file.entry().object().orElseThrow(() -> new IllegalArgumentException("not a commit's tree")),
                        file.content().sha256(),
                        file.pointer()))
                .toList();
    }

    private List<Manifest.RemoteEntry> remote() {
        List<Manifest.RemoteEntry> entries = new ArrayList<>();
        for (Asset asset : graph.assets().values()) {
            for (Reference reference : asset.references()) {
                if (reference.target() instanceof Target.Remote remote) {
                    entries.add(new Manifest.RemoteEntry(
                            remote.kind(),
                            reference.written(),
                            remote.pin(),
                            asset.id().toString(),
                            new Manifest.Source(
                                    reference.location().path(),
                                    Optional.empty(),
                                    reference.location().line())));
                }
            }
        }
        return entries;
    }
}
