package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.Target;
import java.util.Optional;

/** How a resolved definition refers to something else in its snapshot. */
final class SnapshotReference {
    private SnapshotReference() {}

    /**
     * The text for a target.
     *
     * @param target what is referred to
     * @return for example {@code snapshot:environment/env/train.yml} or {@code snapshot:code/src}; nothing for what is not in the snapshot
     */
    static Optional<String> to(Target target) {
        if (target instanceof Target.Local local) {
            return Optional.of(local.asset().toString());
        } else if (target instanceof Target.Code code) {
            return Optional.of(code(code.id()));
        } else if (target instanceof Target.Files files) {
            return Optional.of("snapshot:file/" + files.path());
        }
        return Optional.empty();
    }

    /** The text for code. */
    static String code(CodeId id) {
        return "snapshot:code/" + id.source();
    }
}
