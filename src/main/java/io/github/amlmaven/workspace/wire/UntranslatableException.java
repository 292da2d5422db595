package io.github.amlmaven.workspace.wire;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that Azure ML has no body for. Its message names every place. */
public final class UntranslatableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<WireProblem> problems;

    UntranslatableException(List<WireProblem> problems) {
        super(problems.stream().map(WireProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /**
     * Every reason, in the order of the definition.
     *
     * @return at least one
     */
    public List<WireProblem> problems() {
        return problems;
    }
}
