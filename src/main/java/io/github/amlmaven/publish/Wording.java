package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.wire.Previous;
import io.github.amlmaven.workspace.wire.Stamp;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import java.util.Optional;

/** What is written for an asset: its definition as Azure takes it, with the tags that say where it comes from and what it follows. */
final class Wording {
    private final Publication publication;
    private final Resolved links;
    private final Pointers pointers;
    private final Stamp stamp;

    /**
     * Words the assets of a publication.
     *
     * @param publication what is published
     * @param links where that is which they refer to
     * @param pointers what was live before
     */
    Wording(Publication publication, Resolved links, Pointers pointers) {
        this.publication = publication;
        this.links = links;
        this.pointers = pointers;
        this.stamp = publication.stamp();
    }

    /**
     * A body that can be written.
     *
     * @param name where to
     * @param content the body, with its tags
     */
    record Ready(ResourceName name, ObjectNode content) {}

    /**
     * Words one. What it refers to is written.
     *
     * @param asset the asset
     * @return its name and its body
     * @throws WorkspaceException when it has no form that Azure takes
     */
    Ready of(Element.Asset asset) throws WorkspaceException {
        try {
            Bodies.Named made = Bodies.of(asset, links);
            ObjectNode content = stamp.on(made.body(), asset.digest()).content();
            ResourceName name = Names.of(asset, made.name());
            pointers.before(name)
                    .flatMap(there -> Previous.left(there.body(), stamp))
                    .ifPresent(previous -> previous.on(content));
            held(name).ifPresent(files -> properties(content).put(Uploads.FILES, files.digest()));
            if (asset.collection() == Collection.JOB) {
                publication.gitProperties().forEach(properties(content)::put);
            }
            return new Ready(name, content);
        } catch (UntranslatableException e) {
            throw new WorkspaceException(Reason.REFUSED, String.valueOf(e.getMessage()), e);
        }
    }

    /** The files that were uploaded for a version in a registry. */
    private Optional<Element.Files> held(ResourceName version) {
        return publication.elements().stream()
                .filter(Element.Files.class::isInstance)
                .map(Element.Files.class::cast)
                .filter(files -> files.holder().filter(version::equals).isPresent())
                .findFirst();
    }

    private static ObjectNode properties(ObjectNode body) {
        return body.withObjectProperty("properties").withObjectProperty("properties");
    }
}
