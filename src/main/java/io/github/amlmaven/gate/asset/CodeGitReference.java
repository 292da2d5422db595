package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Code from elsewhere without a commit. */
final class CodeGitReference extends Rule<Subject.RemoteReference> {
    CodeGitReference() {
        super("code/git-ref", Severity.REFUSE, "Code without a commit", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        boolean floats =
                subject.remote().kind() == RemoteKind.CODE && subject.remote().pin() == Pin.FLOATING;
        if (!floats) {
            return Stream.empty();
        }
        return finding(
                subject.reference().location(),
                subject.reference().written(),
                "Code that names no commit is whatever lies there when the job starts.",
                "Bring the code into this repository, or name the full id of the commit in the URL.");
    }
}
