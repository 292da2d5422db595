package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Source code by a branch, a tag or a short commit. */
final class PipVcsReference extends Rule<Subject.Pip> {
    PipVcsReference() {
        super("pip/vcs-ref", Severity.REFUSE, "A branch or tag of a repository", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        return PipSource.of(subject.line())
                .filter(source -> !source.editable() && source.url().system().isPresent())
                .filter(source -> !source.url().isExact())
                .map(source -> finding(
                        subject.line().written(),
                        source.url().revision().isPresent()
                                ? "A branch moves with every push, and a tag can be moved: only a commit's full id stays."
                                : "Without a commit pip takes whatever the default branch is on the day that the environment is built.",
                        "Put @ and the full 40 digits of the commit behind the repository's URL."))
                .orElseGet(Stream::empty);
    }
}
