package io.github.amlmaven.gate.git;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.git.Change;
import java.util.Locale;
import java.util.stream.Stream;

/** A path that differs from the commit in one way. There is one of these rules for each way, such as {@code git/untracked}. */
final class ChangedPath extends Rule<Subject.ChangedPath> {
    private final Change.Kind kind;

    ChangedPath(Change.Kind kind) {
        super(
                "git/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Severity.REFUSE,
                "A path that " + kind.what(),
                Subject.ChangedPath.class);
        this.kind = kind;
    }

    @Override
    protected Stream<Finding> judge(Subject.ChangedPath subject) {
        Change change = subject.change();
        if (change.kind() != kind) {
            return Stream.empty();
        }
        String detail = change.detail().isEmpty() ? "" : " (" + change.detail() + ")";
        return finding(
                Location.startOf(change.path()),
                change.path().value(),
                "The path " + kind.what() + detail + ".",
                sentence(kind.mend()));
    }

    private static String sentence(String mend) {
        return Character.toUpperCase(mend.charAt(0)) + mend.substring(1) + ".";
    }
}
