package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.snapshot.CanonicalJson;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.ResourceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the code and the files that definitions need. */
final class Sources {
    private final Map<String, Manifest.CodeEntry> code = new HashMap<>();
    private final Map<TreePath, Manifest.FileEntry> files = new HashMap<>();
    private final FileTree tree;
    private final boolean registry;
    private final List<String> problems;

    Sources(SnapshotReader snapshot, Place place, List<String> problems) {
        this.registry = place.kind() == Place.Kind.REGISTRY;
        snapshot.manifest().code().forEach(entry -> code.put(entry.reference(), entry));
        snapshot.manifest().files().forEach(entry -> files.put(entry.path(), entry));
        this.tree = snapshot.source();
        this.problems = problems;
    }

    /**
     * Finds what some elements need and none of them is.
     *
     * @param elements what is published besides
     * @return the code and the files
     * @throws IOException when the snapshot cannot be read
     */
    List<Element> of(Collection<Element> elements) throws IOException {
        Set<String> there = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        elements.forEach(element -> there.add(element.reference()));
        elements.forEach(element -> missing.addAll(element.needs()));
        missing.removeAll(there);
        List<Element> found = new ArrayList<>();
        for (String reference : missing) {
            Manifest.CodeEntry entry = code.get(reference);
            if (entry != null) {
                found.add(new Element.Code(reference, entry));
            } else if (Contents.isFile(reference)) {
                TreePath path = Contents.path(reference);
                found.add(new Element.Files(reference, path, digest(path), holder(reference, path, elements)));
            } else {
                problems.add(reference + " is referred to, and it is not published.");
            }
        }
        return found;
    }

    /** A registry has no datastore: files are uploaded for the one version that they belong to. */
    private Optional<ResourceName> holder(String reference, TreePath path, Collection<Element> elements) {
        if (!registry) {
            return Optional.empty();
        }
        List<Element.Asset> holders = elements.stream()
                .filter(element -> element.needs().contains(reference))
                .map(Element.Asset.class::cast)
                .toList();
        String whose = holders.stream()
                .map(holder -> holder.definition().id().source())
                .sorted()
                .collect(Collectors.joining(", "));
        if (holders.size() > 1) {
            problems.add(
                    path + " cannot be published: a registry takes files for one version of data or of a model, and"
                            + " it belongs to several: " + whose + ". Give each its own copy.");
        } else if (!holders.get(0).takesFiles()) {
            problems.add(path + " cannot be published: a registry takes files of code, data and models alone, and it"
                    + " belongs to " + whose + ". Publish that to a workspace, or build the image and write 'image:'.");
        }
        return Optional.of(Names.of(holders.get(0), holders.get(0).name()));
    }

    /** The same as the snapshot takes: names, modes and contents of what would be uploaded. */
    private String digest(TreePath path) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (UploadedFile file :
                CodeFolder.list(tree, path, List.of(), CodeUse.JOB).files()) {
            list.addArray()
                    .add(file.name())
                    .add(file.entry().kind().mode())
                    .add(Optional.ofNullable(files.get(file.entry().path()))
                            .orElseThrow(() -> new IOException(
                                    "The snapshot lacks " + file.entry().path() + "."))
                            .sha256());
        }
        return CanonicalJson.digest(list);
    }
}
