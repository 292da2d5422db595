package io.github.amlmaven.gate.git;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/**
 * A project that the commit does not have. It mostly lies in a folder that an outer repository ignores: that repository is clean, and says
 * nothing of the project.
 */
final class ProjectNotTracked extends Rule<Subject.Project> {

    ProjectNotTracked() {
        super("git/project-not-tracked", Severity.REFUSE, "A project that is not committed", Subject.Project.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Project subject) {
        if (subject.tracked()) {
            return Stream.empty();
        }
        return finding(
                Location.startOf(subject.pom()),
                subject.pom().value(),
                "The commit does not have this project's pom, so that it cannot be the commit of this project.",
                "`git add` and `git commit` the project; or, when a repository around it ignores it, make it one of its own"
                        + " with `git init`.");
    }
}
