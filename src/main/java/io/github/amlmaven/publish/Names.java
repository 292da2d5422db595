package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.wire.AssetName;

/** How elements are called in a target, and by people. */
final class Names {
    static final String AZUREML = "azureml:";

    private Names() {}

    /**
     * The name of an element in its target.
     *
     * @param element the element
     * @param name what it is called
     */
    static ResourceName of(Element.Asset element, AssetName name) {
        Collection collection = element.collection();
        if (collection == Collection.BATCH_DEPLOYMENT || collection == Collection.ONLINE_DEPLOYMENT) {
            return ResourceName.of(collection, endpoint(element), name.name());
        }
        return collection.isAsset()
                ? ResourceName.of(collection, name.name(), name.version())
                : ResourceName.of(collection, name.name());
    }

    /** The endpoint of a deployment, by the name that the definition has. */
    static String endpoint(Element.Asset deployment) {
        String text = deployment.definition().tree().path("endpoint_name").asText();
        return text.startsWith(AZUREML) ? text.substring(AZUREML.length()) : text;
    }
}
