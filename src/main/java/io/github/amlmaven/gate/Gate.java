package io.github.amlmaven.gate;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Problem;
import io.github.amlmaven.git.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
     * Judges a working copy.
     *
     * @param status how it differs from the commit
     * @return what was found, each once, in the order of the paths
     */
    public List<Finding> check(Status status) {
        Set<Subject> subjects = new LinkedHashSet<>();
        status.changes().forEach(change -> subjects.add(new Subject.ChangedPath(change)));
        status.operations().forEach(operation -> subjects.add(new Subject.UnfinishedOperation(operation)));
        return judge(subjects);
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
