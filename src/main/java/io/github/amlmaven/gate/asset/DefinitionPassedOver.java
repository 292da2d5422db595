package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Problem;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files that the patterns match and nobody can read, such as templates. They are named once, all of them together. */
final class DefinitionPassedOver extends Rule<Subject.PassedOver> {
    /** A chart of Helm has dozens; a few show which pattern takes them in. */
    private static final int NAMED = 5;

    DefinitionPassedOver() {
        super("definition/passed-over", Severity.WARN, "A file that is no definition", Subject.PassedOver.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.PassedOver subject) {
        List<Problem> problems = subject.problems();
        Problem first = problems.get(0);
        return finding(
                first.location(),
                first.found(),
                first.message()
                        + " Nothing in it looks like Azure ML's and no definition refers to it, so that it is passed over"
                        + others(problems.subList(1, problems.size())) + ".",
                "Leave it out of aml.definitions; or mend it, when it is a definition.");
    }

    private static String others(List<Problem> others) {
        if (others.isEmpty()) {
            return "";
        }
        int rest = others.size() - NAMED;
        return others.stream()
                .limit(NAMED)
                .map(other -> other.location().path().value())
                .collect(Collectors.joining(
                        ", ",
                        ", as " + (others.size() == 1 ? "is " : "are "),
                        rest > 0 ? " and " + rest + " more" : ""));
    }
}
