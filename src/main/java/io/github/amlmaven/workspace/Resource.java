package io.github.amlmaven.workspace;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the service has under a name, as it answers.
 *
 * @param name what the service calls it, which for an anonymous asset need not be what it was asked for
 * @param id how other resources refer to it
 * @param body all of it: {@code id}, {@code name}, {@code properties}, and whatever else was answered
 */
public record Resource(ResourceName name, String id, JsonNode body) {

    /**
     * What it says.
     *
     * @return the member {@code properties}; a missing node when there is none
     */
    public JsonNode properties() {
        return body.path("properties");
    }
}
