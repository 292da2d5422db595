package io.github.amlmaven.gate.git;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.util.Locale;
import java.util.stream.Stream;

/** A merge, a rebase or the like that git has begun and not finished. */
final class UnfinishedOperation extends Rule<Subject.UnfinishedOperation> {

    UnfinishedOperation() {
        super("git/unfinished", Severity.REFUSE, "An operation in progress", Subject.UnfinishedOperation.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.UnfinishedOperation subject) {
        String name = subject.operation().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return finding(
                Location.startOf(TreePath.ROOT),
                name,
                "A " + name + " is in progress, so the commit that is checked out is only a stop on the way.",
                "End it: " + subject.operation().mend() + ".");
    }
}
