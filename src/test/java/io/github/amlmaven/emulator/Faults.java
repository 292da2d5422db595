package io.github.amlmaven.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The faults that are to come. Each waits for its requests by itself; of two that fit one request the older happens. */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();

    private static final class Rule {
        final Predicate<Call> fits;
        final Fault fault;
        int skip;
        int times;

        Rule(Predicate<Call> fits, int skip, int times, Fault fault) {
            this.fits = fits;
            this.skip = skip;
            this.times = times;
            this.fault = fault;
        }
    }

    Faults() {}

    /**
     * Plans a fault.
     *
     * @param request is looked for in the method, a space, and the path with the query, such as {@code ^PUT .*\/components\/}
     * @param skip how many of those requests pass before
     * @param times how many of them have the fault
     * @param fault what happens
     */
    public synchronized void on(String request, int skip, int times, Fault fault) {
        Pattern pattern = Pattern.compile(request);
        Predicate<Call> fits =
                call -> pattern.matcher(call.method() + " " + call.target()).find();
        rules.add(new Rule(fits, skip, times, fault));
    }

    /**
     * Plans a fault of the next request of a kind.
     *
     * @param request as in {@link #on(String, int, int, Fault)}
     * @param fault what happens
     */
    public void next(String request, Fault fault) {
        on(request, 0, 1, fault);
    }

    /**
     * Plans a fault of the nth request that changes something, blobs included.
     *
     * @param number from 1, counted from now
     * @param fault what happens
     */
    public synchronized void onWrite(int number, Fault fault) {
        rules.add(new Rule(Call::writes, number - 1, 1, fault));
    }

    /** Forgets what was planned. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Every rule counts every request that it is about; the oldest that is due is taken. */
    synchronized Optional<Fault> take(Call call) {
        Rule due = null;
        for (Rule rule : rules) {
            if (rule.times > 0 && rule.fits.test(call)) {
                if (rule.skip > 0) {
                    rule.skip--;
                } else if (due == null) {
                    due = rule;
                }
            }
        }
        if (due == null) {
            return Optional.empty();
        }
        due.times--;
        return Optional.of(due.fault);
    }
}
