package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a target was asked already: nothing is asked twice for one plan. */
final class Known {
    private final Workspace workspace;
    private final Map<ResourceName, Optional<Resource>> answers = new ConcurrentHashMap<>();

    Known(Workspace workspace) {
        this.workspace = workspace;
    }

    Optional<Resource> get(ResourceName name) throws WorkspaceException, InterruptedException {
        Optional<Resource> known = answers.get(name);
        if (known != null) {
            return known;
        }
        Optional<Resource> answer = workspace.get(name);
        answers.put(name, answer);
        return answer;
    }
}
