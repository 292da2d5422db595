package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources there are. Its clock goes on by a second with each change, so that runs can be compared. */
final class Store {
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Optional<Resource> get(Id id) {
        return Optional.ofNullable(resources.get(id.key()));
    }

    boolean has(Id id) {
        return resources.containsKey(id.key());
    }

    /** Makes or changes a resource. */
    Resource put(Id id, ObjectNode sent, ObjectNode answer) {
        now = now.plus(Duration.ofSeconds(1));
        Instant created = get(id).map(Resource::created).orElse(now);
        Resource resource = new Resource(id, sent, answer, created, now);
        resources.put(id.key(), resource);
        return resource;
    }

    boolean remove(Id id) {
        return resources.remove(id.key()) != null;
    }

    /** What there is of one kind in a workspace or registry, the oldest first. */
    List<Resource> all(Id.Scope scope, String kind) {
        return resources.values().stream()
                .filter(resource -> resource.id().scope().key().equals(scope.key())
                        && resource.id().kind().equals(kind))
                .toList();
    }

    /** The versions of an asset, or the deployments of an endpoint, the oldest first. */
    List<Resource> members(Id parent, String type) {
        return all(parent.scope(), parent.kind() + "/" + type).stream()
                .filter(resource -> resource.id().parent().key().equals(parent.key()))
                .toList();
    }

    List<Resource> all() {
        return List.copyOf(resources.values());
    }
}
