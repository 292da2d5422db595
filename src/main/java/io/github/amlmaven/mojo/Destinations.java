package io.github.amlmaven.mojo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.ExactJson;
import io.github.amlmaven.workspace.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Finds out where to publish to: what the user says on the command line, what the pom says, what Azure's own tools left in a file. */
final class Destinations {
    /** Where Azure's tools look, in a folder and then in those above it. */
    private static final List<String> FILES = List.of(".azureml/config.json", "config.json");

    private final List<TargetParameter> targets;
    private final Optional<Place> named;
    private final Optional<String> overlay;
    private final Path folder;

    /**
     * Takes what the user said.
     *
     * @param targets those of the pom
     * @param named the one of the command line
     * @param overlay the overlay for that one
     * @param folder where a file of Azure's tools may be
     */
    Destinations(List<TargetParameter> targets, Optional<Place> named, Optional<String> overlay, Path folder) {
        this.targets = targets;
        this.named = named;
        this.overlay = overlay;
        this.folder = folder;
    }

    /**
     * Chooses.
     *
     * @param id what the user calls the one that is meant; nothing when there is only one
     * @return where to publish to
     * @throws MojoFailureException when nothing says where, or too much does
     * @throws IOException when a file cannot be read
     */
    Destination choose(Optional<String> id) throws MojoFailureException, IOException {
        if (id.isPresent()) {
            if (named.isPresent()) {
                throw new MojoFailureException("The target '" + id.get() + "' is one place, and " + named.get()
                        + " is another. Leave out aml.target, or else aml.workspace and aml.registry.");
            }
            return destination(target(id.get()));
        } else if (named.isPresent()) {
            return new Destination(named.get().name(), named.get(), overlay);
        } else if (targets.size() == 1) {
            return destination(targets.get(0));
        } else if (!targets.isEmpty()) {
            throw new MojoFailureException("Which target? Say -Daml.target= one of " + ids() + ".");
        }
        return written()
                .orElseThrow(() -> new MojoFailureException("Nothing says where to publish to. Write <targets> into the"
                        + " pom, or say -Daml.subscriptionId= -Daml.resourceGroup= -Daml.workspace=, or put a"
                        + " config.json of the workspace beside the pom."));
    }

    private TargetParameter target(String id) throws MojoFailureException {
        List<TargetParameter> meant =
                targets.stream().filter(one -> id.equals(one.id)).toList();
        if (meant.size() > 1) {
            throw new MojoFailureException(
                    "There are " + meant.size() + " targets '" + id + "' in <targets>. Give each an <id> of its own.");
        } else if (meant.isEmpty()) {
            throw new MojoFailureException("There is no target '" + id + "' in <targets>"
                    + (targets.isEmpty()
                            ? ", for there are no <targets> in the pom that counts: of a goal that is called by its name that"
                                    + " is the pom which Maven was called with. Write them there, or name the module with -pl."
                            : "; there are " + ids() + "."));
        }
        return meant.get(0);
    }

    private String ids() {
        return targets.stream().map(target -> String.valueOf(target.id)).collect(Collectors.joining(", "));
    }

    private Destination destination(TargetParameter target) throws MojoFailureException {
        TargetParameter.PlaceParameter workspace = target.workspace;
        TargetParameter.PlaceParameter registry = target.registry;
        if (target.id == null || (workspace == null) == (registry == null)) {
            throw new MojoFailureException("A target in <targets> has an <id>, and a <workspace> or a <registry>: '"
                    + target.id + "' has not.");
        }
        Optional<String> own = Optional.ofNullable(target.overlay);
        if (overlay.isPresent() && !overlay.equals(own)) {
            throw new MojoFailureException("aml.overlay=" + overlay.get() + " goes with a place that is told on the"
                    + " command line, and the overlay of the target '" + target.id + "' is what its <overlay> says."
                    + " Leave out aml.overlay, or say where with -Daml.workspace= or -Daml.registry=.");
        }
        Place place = workspace != null
                ? place(Place.Kind.WORKSPACE, target.id, workspace)
                : place(Place.Kind.REGISTRY, target.id, Objects.requireNonNull(registry));
        return new Destination(target.id, place, own);
    }

    private static Place place(Place.Kind kind, String id, TargetParameter.PlaceParameter of)
            throws MojoFailureException {
        return new Place(
                kind,
                required(of.subscriptionId, id, "subscriptionId"),
                required(of.resourceGroup, id, "resourceGroup"),
                required(of.name, id, "name"));
    }

    private static String required(@Nullable String value, String id, String name) throws MojoFailureException {
        if (value == null || value.isBlank()) {
            throw new MojoFailureException("The target '" + id + "' in <targets> lacks its <" + name + ">.");
        }
        return value.trim();
    }

    private Optional<Destination> written() throws MojoFailureException, IOException {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            for (String name : FILES) {
                Path file = at.resolve(name);
                if (Files.isRegularFile(file)) {
                    return Optional.of(read(file));
                }
            }
        }
        return Optional.empty();
    }

    private Destination read(Path file) throws MojoFailureException, IOException {
        JsonNode config;
        try (InputStream in = Files.newInputStream(file)) {
            config = ExactJson.read(in);
        } catch (JsonProcessingException e) {
            throw new MojoFailureException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
        Place place = new Place(
                Place.Kind.WORKSPACE,
                text(config, "subscription_id", file),
                text(config, "resource_group", file),
                text(config, "workspace_name", file));
        return new Destination(place.name(), place, overlay);
    }

    private static String text(JsonNode config, String name, Path file) throws MojoFailureException {
        String text = config.path(name).asText("");
        if (text.isEmpty()) {
            throw new MojoFailureException(file + " has no '" + name + "'.");
        }
        return text;
    }
}
