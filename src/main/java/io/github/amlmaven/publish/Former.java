package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.Optional;

/**
 * Something that is live, as it is before a plan points it elsewhere.
 *
 * @param kind what it is, as people say it
 * @param name what it is called in the target
 * @param id its id in Azure Resource Manager
 * @param stamp the snapshot that its tags say; nothing when it was not published with this plugin
 * @param body what makes it this again, by a PUT to its id
 */
public record Former(String kind, String name, String id, Optional<Stamp> stamp, ObjectNode body) {

    /** Takes its own copy. */
    public Former {
        body = body.deepCopy();
    }
}
