package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.wire.Comparison;
import io.github.amlmaven.workspace.wire.Difference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the service shows of a resource: of a pipeline component not its steps, and of one that it was still making its state. */
final class Shown {
    private static final String SPEC = "componentSpec";
    private static final String STEPS = "jobs";

    /** What says that nothing is the matter; many resources have no state at all. */
    private static final Set<String> DONE = Set.of("", "null", "succeeded");

    private Shown() {}

    /** Where a body differs from what is there, as far as that is shown. */
    static List<Difference> differences(Collection collection, ObjectNode sent, Resource there) {
        return Comparison.differences(collection, hasSteps(there) ? sent : withoutSteps(sent), there.body());
    }

    static boolean hasSteps(Resource there) {
        return there.properties().path(SPEC).has(STEPS);
    }

    private static ObjectNode withoutSteps(ObjectNode sent) {
        ObjectNode copy = sent.deepCopy();
        if (copy.path("properties").path(SPEC) instanceof ObjectNode spec) {
            spec.remove(STEPS);
        }
        return copy;
    }

    /** The state of a resource that was begun and is not finished, or never will be. */
    static Optional<String> unfinished(Resource there) {
        String state = there.properties().path("provisioningState").asText("");
        return DONE.contains(state.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(state);
    }
}
