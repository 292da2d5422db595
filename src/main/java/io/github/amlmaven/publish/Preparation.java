package io.github.amlmaven.publish;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.CanonicalJson;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Manifest.AssetEntry;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.wire.AssetName;
import io.github.amlmaven.workspace.wire.Body;
import io.github.amlmaven.workspace.wire.Definition;
import io.github.amlmaven.workspace.wire.Inlined;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import io.github.amlmaven.workspace.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a {@link Publication} of a snapshot. Nothing is asked of the target. */
public final class Preparation {
    private final SnapshotReader snapshot;
    private final Target target;
    private final Selection selection;
    private final Places places;
    private final List<String> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<AssetId, JsonNode> trees = new TreeMap<>();
    private final Map<AssetId, String> digests = new HashMap<>();

    private Preparation(SnapshotReader snapshot, Target target, boolean submit) {
        this.snapshot = snapshot;
        this.target = target;
        this.selection = new Selection(target.place(), submit, remarks);
        this.places = new Places(snapshot.source());
    }

    /**
     * Prepares a snapshot for a target.
     *
     * @param snapshot the snapshot, open as long as the publication is used
     * @param target the target
     * @param submit whether its jobs are to run once, besides being published
     * @return what is published there
     * @throws UnpublishableException when something of it cannot be; the message has every reason
     * @throws UnreadableSnapshotException when an entry of the snapshot is missing or no JSON
     * @throws IOException when the snapshot cannot be read
     */
    public static Publication of(SnapshotReader snapshot, Target target, boolean submit)
            throws UnpublishableException, UnreadableSnapshotException, IOException {
        try {
            return new Preparation(snapshot, target, submit).prepare();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Publication prepare() throws UnpublishableException, UnreadableSnapshotException, IOException {
        Manifest manifest = snapshot.manifest();
        Map<AssetId, JsonNode> asWritten = new TreeMap<>();
        for (AssetEntry asset : manifest.assets()) {
            if (selection.takes(asset)) {
                Definition definition =
                        Definition.of(asset.id(), snapshot.definition(asset).path("definition"), written(asset));
                asWritten.put(asset.id(), definition.tree());
                JsonNode applied = target.overlay().applied(asset.id(), definition.tree());
                trees.put(asset.id(), applied);
                digests.put(asset.id(), digest(asset, applied));
            }
        }
        problems.addAll(target.overlay().unused(asWritten));
        remarks.addAll(target.overlay().sentences());
        remarks.addAll(target.overlay().idle(asWritten.values()));
        takeStepsOut();
        Contents contents = contents();
        List<Element> elements = elements(manifest, contents);
        if (!problems.isEmpty()) {
            // What is wrong with a step that is written inline is wrong with its pipeline, too.
            throw new UnpublishableException(problems.stream().distinct().toList());
        }
        return new Publication(target, manifest, snapshot.source(), contents, elements, remarks);
    }

    private static Map<JsonPointer, String> written(AssetEntry asset) {
        Map<JsonPointer, String> written = new HashMap<>();
        asset.references().forEach(edge -> written.put(edge.pointer(), edge.written()));
        return written;
    }

    /** What is different in the target is no part of the snapshot's digests, and still is part of what a pipeline does there. */
    private String digest(AssetEntry asset, JsonNode tree) {
        boolean different = !target.overlay().isEmpty() && isPipeline(new Definition(asset.id(), tree));
        return different
                ? CanonicalJson.digest(JsonNodeFactory.instance
                        .arrayNode()
                        .add(asset.digest())
                        .add(target.overlay().shown()))
                : asset.digest();
    }

    /** Whether a definition has steps, or is published as a component that has. */
    static boolean isPipeline(Definition definition) {
        String type = definition.tree().path("type").asText();
        return switch (definition.id().kind()) {
            case PIPELINE -> true;
            case COMPONENT -> type.equals("pipeline");
            case JOB -> type.equals("automl");
            default -> false;
        };
    }

    /** What is written inline in a pipeline becomes a component of its own. */
    private void takeStepsOut() {
        for (AssetId id : List.copyOf(trees.keySet())) {
            if (id.kind() == AssetKind.PIPELINE || id.kind() == AssetKind.COMPONENT) {
                Inlined inlined = Inlined.of(new Definition(id, tree(id)), contents()::of);
                trees.put(id, inlined.pipeline().tree());
                for (Definition step : inlined.components()) {
                    trees.put(step.id(), step.tree());
                    digests.put(step.id(), digest(id));
                }
            }
        }
    }

    private JsonNode tree(AssetId id) {
        return Optional.ofNullable(trees.get(id)).orElseThrow();
    }

    private String digest(AssetId id) {
        return Optional.ofNullable(digests.get(id)).orElseThrow();
    }

    private Contents contents() {
        Map<String, JsonNode> definitions = new HashMap<>();
        trees.forEach((id, tree) -> definitions.put(id.toString(), tree));
        return new Contents(definitions, snapshot.source());
    }

    private List<Element> elements(Manifest manifest, Contents contents) throws IOException {
        Naming naming = new Naming(manifest.project(), places, problems);
        Map<String, Element> elements = new LinkedHashMap<>();
        trees.forEach((id, tree) -> {
            Definition definition = new Definition(id, tree);
            AssetName name = naming.of(definition, digest(id));
            if (selection.isPublished(definition)) {
                add(elements, definition, id.toString(), collection(definition), name, contents);
            }
            if (selection.isSubmitted(definition)) {
                AssetName job = new AssetName(name.name() + "-" + digest(id).substring(7, 19), "", false);
                add(elements, definition, id + " job", Collection.JOB, job, contents);
            }
        });
        dropUnneeded(elements);
        for (Element source : new Sources(snapshot, target.place(), problems).of(elements.values())) {
            elements.put(source.reference(), source);
        }
        problems.addAll(Twins.among(elements.values(), places));
        return new Order(elements).of();
    }

    /** What has no name is there for what refers to it, such as the trial of a sweep that is not published, and found by that alone. */
    private void dropUnneeded(Map<String, Element> elements) {
        boolean dropped;
        do {
            Set<String> needed = elements.values().stream()
                    .flatMap(element -> element.needs().stream())
                    .collect(Collectors.toSet());
            dropped = elements.values().removeIf(element -> {
                boolean unneeded = element instanceof Element.Asset asset
                        && asset.name().anonymous()
                        && !needed.contains(asset.reference());
                if (unneeded && !element.reference().contains("#")) {
                    remarks.add(((Element.Asset) element).definition().id().source()
                            + " has no name, and nothing that is published refers to it: it is not published.");
                }
                return unneeded;
            });
        } while (dropped);
    }

    private void add(
            Map<String, Element> elements,
            Definition definition,
            String reference,
            Collection collection,
            AssetName name,
            Contents contents) {
        Recorder recorder = new Recorder(target.place(), contents);
        Element.Asset bare =
                new Element.Asset(reference, definition, collection, name, digest(definition.id()), Set.of(), Set.of());
        try {
            Body body = Bodies.of(bare, recorder).body();
            body.lost().forEach(sentence -> remarks.add(definition.id().source() + ": " + sentence));
        } catch (UntranslatableException e) {
            problems.addAll(places.sentences(e));
        }
        elements.put(
                reference,
                new Element.Asset(
                        reference, definition, collection, name, bare.digest(), recorder.needs(), recorder.labels()));
    }

    private static Collection collection(Definition definition) {
        Collection collection = Wire.collection(definition);
        return collection == Collection.JOB ? Collection.COMPONENT : collection;
    }
}
