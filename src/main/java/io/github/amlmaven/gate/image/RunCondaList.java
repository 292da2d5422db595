package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A list of conda packages that is not an explicit one with digests. */
final class RunCondaList extends Rule<Subject.CondaList> {
    RunCondaList() {
        super("run/conda-list", Severity.REFUSE, "A list for conda without digests", Subject.CondaList.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaList subject) {
        return subject.list().loose().stream()
                .flatMap(
                        loose -> finding(
                                loose,
                                "Only an explicit list, which names every file with its digest, keeps conda from solving.",
                                "Make the list with conda list --explicit --sha256, or --md5, and keep it in the build context."));
    }
}
