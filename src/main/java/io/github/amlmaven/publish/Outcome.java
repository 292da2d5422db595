package io.github.amlmaven.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of running a plan.
 *
 * @param written what was written, in that order
 * @param left what was not
 * @param failure why not all was written; nothing when it was
 * @param back what was re-pointed before that failure, and was to be pointed back after it
 */
public record Outcome(List<Written> written, List<Plan.Step> left, Optional<Exception> failure, List<Back> back) {

    /** Takes its own copies. */
    public Outcome {
        written = List.copyOf(written);
        left = List.copyOf(left);
        back = List.copyOf(back);
    }

    /**
     * Finds out what is left.
     *
     * @param plan the plan
     * @param written what of it was written
     * @param failure why not all of it was, if that is so
     * @return what came of it
     */
    public static Outcome of(Plan plan, List<Written> written, Optional<Exception> failure) {
        List<Plan.Step> left = new ArrayList<>(plan.steps());
        left.removeIf(step -> step.action() == Plan.Action.REUSE);
        written.forEach(one -> left.remove(one.step()));
        return new Outcome(written, left, failure, List.of());
    }

    /**
     * The same after pointing back: what names again what it named before is left to do.
     *
     * @param back what was to be pointed back
     * @return what came of all
     */
    Outcome after(List<Back> back) {
        List<Written> still = new ArrayList<>();
        List<Plan.Step> open = new ArrayList<>(left);
        for (Written one : written) {
            boolean undone = back.stream()
                    .anyMatch(other -> other.isDone()
                            && other.kind().equals(one.step().kind())
                            && other.name().equals(one.step().name()));
            if (undone) {
                open.add(one.step());
            } else {
                still.add(one);
            }
        }
        return new Outcome(still, open, failure, back);
    }

    /**
     * Something that was re-pointed, and was to be pointed back.
     *
     * @param kind what it is, as people say it
     * @param name what it is called in the target
     * @param problem why it may still name this snapshot's; empty when it names again what it named before
     */
    public record Back(String kind, String name, String problem) {

        /**
         * Whether it was pointed back.
         *
         * @return true when the service shows what it showed before
         */
        public boolean isDone() {
            return problem.isEmpty();
        }
    }

    /**
     * Something that was written.
     *
     * @param step the step of the plan
     * @param id what the service calls it
     */
    public record Written(Plan.Step step, String id) {}
}
