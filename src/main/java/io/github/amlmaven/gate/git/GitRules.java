package io.github.amlmaven.gate.git;

import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.git.Change;
import java.util.List;
import java.util.stream.Stream;

/** The rules about the working copy. */
public final class GitRules {
    private GitRules() {}

    /**
     * Every rule of this room.
     *
     * @param requirePushed whether a commit that no remote has refuses
     * @return the rules, in the order of the documentation
     */
    public static List<Rule<?>> all(boolean requirePushed) {
        Stream<Rule<?>> changes = Stream.of(Change.Kind.values()).map(ChangedPath::new);
        Severity notPushed = requirePushed ? Severity.REFUSE : Severity.WARN;
        return Stream.concat(
                        changes,
                        Stream.of(
                                new IgnoredCode(),
                                new UnfinishedOperation(),
                                new ProjectNotTracked(),
                                new BuildFolder(),
                                new CommitNotPushed(notPushed)))
                .toList();
    }
}
