package io.github.amlmaven.publish;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.Manifest.AssetEntry;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.wire.Definition;
import io.github.amlmaven.workspace.wire.Wire;
import java.util.List;
import java.util.Set;

/** Which definitions of a snapshot a target takes, and as what. What it does not take is said. */
final class Selection {
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

    /** What a registry has no place for, since it runs nothing. */
    private static final Set<AssetKind> RUNNING = Set.of(AssetKind.SCHEDULE, AssetKind.ENDPOINT, AssetKind.DEPLOYMENT);

    private final boolean registry;
    private final boolean submit;
    private final List<String> remarks;

    /**
     * Prepares to choose.
     *
     * @param place the target
     * @param submit whether jobs are to run once
     * @param remarks takes what is not published, a sentence each
     */
    Selection(Place place, boolean submit, List<String> remarks) {
        this.registry = place.kind() == Place.Kind.REGISTRY;
        this.submit = submit && !registry;
        this.remarks = remarks;
    }

    /** Whether a definition has any place in the target. */
    boolean takes(AssetEntry asset) {
        String source = asset.id().source();
        if (!PUBLISHED.contains(asset.kind())) {
            remarks.add(
                    source + " is a " + asset.kind().label() + ": it is recorded in the snapshot and not published.");
            return false;
        } else if (asset.sdk().equals("v1")) {
            remarks.add(source + " is of SDK v1, which Azure no longer takes: it is not published.");
            return false;
        } else if (registry && RUNNING.contains(asset.kind())) {
            remarks.add(source + ": a registry runs nothing, so this "
                    + asset.kind().label() + " is not published there.");
            return false;
        }
        return true;
    }

    /** Whether a definition becomes a resource that only runs when it is asked to; a job becomes a component. */
    boolean isPublished(Definition definition) {
        if (!isJob(definition) || Wire.hasComponent(definition)) {
            return true;
        }
        remarks.add(definition.id().source() + " is a job of type '" + type(definition)
                + "', which Azure ML has no component for: it is not published"
                + (submit && Wire.runsAlone(definition)
                        ? ", and submitted alone."
                        : ". Make it a step of a pipeline" + (Wire.runsAlone(definition) ? ", or submit it." : ".")));
        return false;
    }

    /** Whether a definition is run once as well. */
    boolean isSubmitted(Definition definition) {
        if (!submit || !isJob(definition)) {
            return false;
        } else if (!Wire.runsAlone(definition) && Wire.hasComponent(definition)) {
            remarks.add(definition.id().source() + " is a job of type '" + type(definition)
                    + "', which is not submitted by itself. Make it a step of a pipeline.");
        }
        return Wire.runsAlone(definition);
    }

    private static boolean isJob(Definition definition) {
        AssetKind kind = definition.id().kind();
        return kind == AssetKind.PIPELINE || kind == AssetKind.JOB;
    }

    private static String type(Definition job) {
        return job.tree().path("type").asText("command");
    }
}
