package io.github.amlmaven.git;

import java.util.List;
import java.util.Set;

/**
 * How a working copy differs from the commit that is checked out.
 *
 * @param changes every difference, sorted by path
 * @param operations what git has begun and not finished
 */
public record Status(List<Change> changes, Set<Operation> operations) {

    /**
     * Whether there is nothing to refuse.
     *
     * @return true when nothing differs and nothing is going on
     */
    public boolean isClean() {
        return changes.isEmpty() && operations.isEmpty();
    }
}
