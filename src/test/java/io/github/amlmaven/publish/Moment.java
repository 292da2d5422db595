package io.github.amlmaven.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * When something happens to somebody who publishes.
 *
 * @param write at the how manieth write, from 1
 * @param done whether the service has done it, and not yet answered; else it does not know of it
 */
record Moment(int write, boolean done) {

    /** Each write in turn, once before and once after it; both of each with {@code -Dmoments=all}, which takes twice as long. */
    static List<Moment> of(int writes) {
        boolean all = "all".equals(System.getProperty("moments"));
        List<Moment> moments = new ArrayList<>();
        for (int write = 1; write <= writes; write++) {
            boolean even = write % 2 == 0;
            moments.add(new Moment(write, even));
            if (all) {
                moments.add(new Moment(write, !even));
            }
        }
        return moments;
    }

    /** Every third write of those; all of them with {@code -Dmoments=all}. */
    static List<Moment> some(int writes) {
        boolean all = "all".equals(System.getProperty("moments"));
        return of(writes).stream()
                .filter(moment -> all || moment.write() % 3 == 0)
                .toList();
    }

    @Override
    public String toString() {
        return (done ? "after" : "before") + " write " + write;
    }
}
