package io.github.amlmaven.publish;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.wire.AssetName;
import io.github.amlmaven.workspace.wire.Body;
import io.github.amlmaven.workspace.wire.Links;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import io.github.amlmaven.workspace.wire.Wire;

/** Makes the body of an element, and its name where that follows from the body. */
final class Bodies {
    private Bodies() {}

    /**
     * A body, and what it is called.
     *
     * @param name the name, with the version of the content when it is anonymous
     * @param body the body
     */
    record Named(AssetName name, Body body) {}

    /**
     * Makes one.
     *
     * @param element whose
     * @param links what it refers to
     * @return the body that goes to the target
     * @throws UntranslatableException when Azure ML has none for it
     */
    static Named of(Element.Asset element, Links links) throws UntranslatableException {
        Body body = body(element, element.name(), links);
        if (!element.name().anonymous()) {
            return new Named(element.name(), body);
        }
        AssetName name = Wire.anonymous(element.definition().id().kind(), body);
        return new Named(name, body(element, name, links));
    }

    private static Body body(Element.Asset element, AssetName name, Links links) throws UntranslatableException {
        boolean component = element.collection() == Collection.COMPONENT
                && (element.definition().id().kind() == AssetKind.PIPELINE
                        || element.definition().id().kind() == AssetKind.JOB);
        return component
                ? Wire.jobComponent(element.definition(), name, links)
                : Wire.body(element.definition(), name, links);
    }
}
