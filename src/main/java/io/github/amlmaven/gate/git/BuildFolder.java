package io.github.amlmaven.gate.git;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.util.stream.Stream;

/** A build directory that git does not ignore, so that no working copy is clean that was built in. */
final class BuildFolder extends Rule<Subject.BuildFolder> {

    BuildFolder() {
        super("git/build-folder", Severity.REFUSE, "A build directory that git sees", Subject.BuildFolder.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.BuildFolder subject) {
        TreePath folder = subject.folder();
        String list = "List /" + folder + "/ in the .gitignore at the top of the repository";
        return subject.committed()
                .map(file -> finding(
                        Location.startOf(file),
                        file.value(),
                        "The build itself writes this file, and the commit has it: the working copy differs with every build.",
                        "`git rm -r --cached " + folder + "`. " + list + ", and commit both."))
                .orElseGet(() -> finding(
                        Location.startOf(folder),
                        folder.value(),
                        "The build writes here, and git does not ignore it: the working copy is not clean any more.",
                        list + ", and commit that."));
    }
}
