package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A file from a URL without its digest. */
final class PipUrlHash extends Rule<Subject.Pip> {
    PipUrlHash() {
        super("pip/url-hash", Severity.REFUSE, "A URL without a hash", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (subject.line().isExact()) {
            return Stream.empty();
        }
        return PipSource.of(subject.line())
                .filter(source -> !source.editable()
                        && source.remote()
                        && source.url().system().isEmpty())
                .map(source -> finding(
                        subject.line().written(),
                        "The file behind a URL can be replaced, and nothing here would notice.",
                        "Add #sha256=<digest> to the URL; `pip hash <file>` prints the digest."))
                .orElseGet(Stream::empty);
    }
}
