package io.github.amlmaven.report;

import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.publish.Plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan, and what came of it, as lines for a terminal. */
public final class ConsolePlan {
    private ConsolePlan() {}

    /**
     * Writes a plan out: a line for each asset, then what it refers to in the target, then the remarks. Ids are short: {@link PlanJson} has whole
     * ones.
     *
     * @param plan the plan
     * @return lines without line ends
     */
    public static List<String> lines(Plan plan) {
        ShortIds ids = ShortIds.of(plan);
        List<String> lines = new ArrayList<>();
        lines.add("Plan for " + plan.target() + " (" + plan.place() + "): " + plan.artifact() + " at "
                + plan.commit().substring(0, 12));
        for (Plan.Step step : plan.steps()) {
            lines.add("  " + line(step));
            step.changes().forEach(change -> lines.add("             " + ids.in(change)));
        }
        plan.remotes()
                .forEach(remote ->
                        lines.add("  " + column("uses") + ids.in(remote.written()) + " (" + shortened(remote) + ")"));
        plan.remarks().forEach(remark -> lines.add("  " + column("note") + ids.in(remark)));
        lines.add(summary(plan));
        return lines;
    }

    /**
     * Says why a plan must not be run.
     *
     * @param plan the plan
     * @return a line for each problem, with short ids; empty when it may be run
     */
    public static List<String> problems(Plan plan) {
        ShortIds ids = ShortIds.of(plan);
        return plan.problems().stream().map(ids::in).toList();
    }

    private static String line(Plan.Step step) {
        return column(word(step.action())) + step.kind() + " " + step.name();
    }

    private static String column(String word) {
        return String.format(Locale.ROOT, "%-9s", word);
    }

    private static String word(Action action) {
        return action == Action.REPOINT ? "re-point" : action.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(Plan.Remote remote) {
        return remote.digest().substring(0, Math.min(remote.digest().length(), 19)) + "...";
    }

    private static String summary(Plan plan) {
        if (plan.isDone() && plan.problems().isEmpty()) {
            return "All of it is there already: nothing is written.";
        } else if (plan.steps().isEmpty()) {
            return "Nothing of it can be planned before that is mended which refuses it.";
        }
        Map<Action, Long> counts = plan.steps().stream()
                .collect(Collectors.groupingBy(Plan.Step::action, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " to " + word(entry.getKey()))
                .collect(Collectors.joining(", ", "In sum: ", "."));
    }

    /**
     * Says what was not written.
     *
     * @param outcome what came of a plan
     * @return lines without line ends
     */
    public static List<String> left(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("Written: "
                + (outcome.written().isEmpty()
                        ? "nothing."
                        : outcome.written().stream()
                                .map(one -> one.step().kind() + " " + one.step().name())
                                .collect(Collectors.joining(", ", "", "."))));
        lines.add("Not written: "
                + outcome.left().stream()
                        .map(step -> step.kind() + " " + step.name())
                        .collect(Collectors.joining(", ", "", ".")));
        for (Outcome.Back one : outcome.back()) {
            String what = one.kind() + " " + one.name();
            lines.add(
                    one.isDone() ? "Pointed back: " + what + "." : "NOT pointed back: " + what + ". " + one.problem());
        }
        return lines;
    }
}
