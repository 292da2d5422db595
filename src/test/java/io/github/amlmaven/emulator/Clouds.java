package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** Which clouds there are, as every Azure Resource Manager tells: one, which is here. */
final class Clouds {
    private Clouds() {}

    static Reply answer(URI address, String storageSuffix) {
        ObjectNode cloud = Json.object()
                .put("name", "Emulator")
                .put("portal", "https://portal.azure.com")
                .put("resourceManager", address.toString());
        cloud.putObject("authentication")
                .put("loginEndpoint", address.toString())
                .put("identityProvider", "AAD")
                .putArray("audiences")
                .add("https://management.core.windows.net/")
                .add("https://management.azure.com/")
                .add(address.toString());
        cloud.putObject("suffixes").put("storage", storageSuffix);
        return Reply.json(200, cloud);
    }
}
