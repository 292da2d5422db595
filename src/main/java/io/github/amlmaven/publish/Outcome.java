package io.github.amlmaven.publish;

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
     * Something that was written.
     *
     * @param step the step of the plan
     * @param id what the service calls it
     */
    public record Written(Plan.Step step, String id) {}
}
