package io.github.amlmaven.gate.asset;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A text that somebody or something still has to fill in. */
final class UnfilledPlaceholder extends Rule<Subject.Placeholder> {
    UnfilledPlaceholder() {
        super("template/placeholder", Severity.REFUSE, "A placeholder", Subject.Placeholder.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Placeholder subject) {
        return finding(
                subject.written(),
                "What will stand in the place of the placeholder cannot be known.",
                "Fill it in; or, when another tool does, capture what that tool writes.");
    }
}
