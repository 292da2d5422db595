package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The body of a request.
 *
 * @param content the JSON that is sent
 * @param lost what the definition says and the body cannot hold, one sentence each, for people; empty as a rule
 */
public record Body(ObjectNode content, List<String> lost) {
    /** Takes its own copy of the list. */
    public Body {
        lost = List.copyOf(lost);
    }
}
