package io.github.amlmaven.gate.git;

import io.github.amlmaven.code.Surplus;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of code that git ignores and Azure ML does not. One finding names the first of them, since a folder can have thousands. */
final class IgnoredCode extends Rule<Subject.IgnoredCode> {
    /** How many paths it names. */
    private static final int NAMED = 3;

    IgnoredCode() {
        super(
                "git/ignored-code",
                Severity.WARN,
                "Code that git ignores and Azure ML does not",
                Subject.IgnoredCode.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.IgnoredCode subject) {
        Surplus surplus = subject.surplus();
        String code = subject.code().isRoot() ? "." : subject.code().value();
        return finding(
                Location.startOf(surplus.paths().get(0)),
                names(surplus),
                "A .gitignore leaves " + count(surplus) + " out of the snapshot that Azure ML's client uploads with '"
                        + code + "': it reads one ignore file alone, .amlignore or else .gitignore of that folder.",
                "List it in '" + subject.code().child(".amlignore") + "'; or, when the code needs it, `git add --force`"
                        + " and `git commit` it.");
    }

    private static String names(Surplus surplus) {
        String named =
                surplus.paths().stream().limit(NAMED).map(TreePath::value).collect(Collectors.joining(", "));
        int left = surplus.paths().size() - NAMED;
        return left > 0 ? named + " and " + left + " more" : named;
    }

    private static String count(Surplus surplus) {
        String files = surplus.files() == 1 ? "1 file" : surplus.files() + " files";
        return surplus.isMore() ? files + " or more" : files;
    }
}
