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
 */
public record Outcome(List<Written> written, List<Plan.Step> left, Optional<Exception> failure) {

    /** Takes its own copies. */
    public Outcome {
        written = List.copyOf(written);
        left = List.copyOf(left);
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
        return new Outcome(written, left, failure);
    }

    /**
     * Something that was written.
     *
     * @param step the step of the plan
     * @param id what the service calls it
     */
    public record Written(Plan.Step step, String id) {}
}
