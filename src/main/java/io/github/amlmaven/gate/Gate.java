package io.github.amlmaven.gate;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges what would be published. Every rule always runs; nothing that one finds hides what another finds. */
public final class Gate {
    private final List<Rule<?>> rules;

    /**
     * A gate of some rules.
     *
     * @param rules the rules
     */
    public Gate(List<? extends Rule<?>> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Judges a graph and everything that it depends on.
     *
     * @param graph the graph; its problems become findings that refuse, whatever the rules are
     * @return what was found, each once, in the order of the places
     */
    public List<Finding> check(DefinitionGraph graph) {
        List<Finding> findings = new ArrayList<>(judge(Subjects.of(graph)));
        graph.problems().stream().map(Gate::finding).forEach(findings::add);
        return findings.stream().distinct().sorted().toList();
    }

    /**
     * Judges some subjects.
     *
     * @param subjects the subjects
     * @return what was found, each once, in the order of the places
     */
    public List<Finding> judge(Set<? extends Subject> subjects) {
        return subjects.stream().flatMap(this::judge).distinct().sorted().toList();
    }

    private Stream<Finding> judge(Subject subject) {
        return rules.stream().flatMap(rule -> rule.apply(subject));
    }

    private static Finding finding(Problem problem) {
        return new Finding(
                problem.id(), Severity.REFUSE, problem.location(), problem.found(), problem.message(), problem.fix());
    }
}
