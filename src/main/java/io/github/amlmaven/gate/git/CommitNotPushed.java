package io.github.amlmaven.gate.git;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A commit that is only here. It has no place of its own, so it is shown at the pom. */
final class CommitNotPushed extends Rule<Subject.Commit> {

    CommitNotPushed(Severity severity) {
        super("git/not-pushed", severity, "A commit that no remote has", Subject.Commit.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Commit subject) {
        if (subject.pushed()) {
            return Stream.empty();
        }
        return finding(
                Location.startOf(subject.pom()),
                subject.id(),
                "The commit is on no branch of a remote that this clone knows, so nobody else has it.",
                "`git push`; when somebody else has pushed it, `git fetch`.");
    }
}
