package io.github.amlmaven.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every kind of resource that the emulator has. */
final class Kinds {
    private final List<Kind> kinds = new ArrayList<>(List.of(
            new Components(),
            new Environments(),
            new Codes(),
            DataAssets.data(),
            DataAssets.models(),
            new Jobs(),
            new Schedules(),
            Endpoints.batch(),
            Deployments.batch(),
            Endpoints.online(),
            Deployments.online(),
            Plain.datastores(),
            Plain.computes()));

    Kinds() {
        for (Kind kind : List.copyOf(kinds)) {
            if (kind.path().endsWith("/versions")) {
                kinds.add(new Containers(kind.path().replace("/versions", ""), kind.noun()));
            }
        }
    }

    /** Azure writes the pieces of a path in more than one way. */
    Optional<Kind> find(List<String> types, boolean registry) {
        String path = String.join("/", types);
        return kinds.stream()
                .filter(kind -> kind.path().equalsIgnoreCase(path) && (!registry || kind.inRegistries()))
                .findFirst();
    }

    List<Kind> all() {
        return List.copyOf(kinds);
    }
}
