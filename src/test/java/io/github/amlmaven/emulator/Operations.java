package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes on for a while. It is done after it was asked for a number of times, so that no test waits for a clock. */
final class Operations {

    /** Milliseconds, so that nobody waits for long; clients that do not know it wait as long as they like. */
    static final String SOON = "x-ms-retry-after-ms";

    /** One of them. */
    private static final class Running {
        final Id id;
        final String doing;
        boolean fails;
        int asks;

        Running(Id id, String doing, boolean fails, int asks) {
            this.id = id;
            this.doing = doing;
            this.fails = fails;
            this.asks = asks;
        }
    }

    private final Map<String, Running> running = new HashMap<>();
    private final int asks;
    private int started;

    /** Takes how often somebody has to ask before it is done. */
    Operations(int asks) {
        this.asks = asks;
    }

    /** Begins one. What is done meanwhile is told by an odd word, as the service does. */
    String start(Id id, String doing, @Nullable Fault fault) {
        started++;
        String name = "s:" + Integer.toHexString(id.key().hashCode()) + ":" + started;
        running.put(
                name,
                new Running(
                        id,
                        doing,
                        fault instanceof Fault.OperationFails,
                        fault instanceof Fault.OperationHangs ? Integer.MAX_VALUE : asks));
        return name;
    }

    /** What a resource is said to be going through while it is not done. */
    Optional<String> state(Id id) {
        return running.values().stream()
                .filter(one -> one.id.key().equals(id.key()) && (one.asks > 0 || one.fails))
                .map(one -> one.asks > 0 ? one.doing : "Failed")
                .findFirst();
    }

    /** Whether something goes on with a resource. */
    boolean goesOn(Id id) {
        return running.values().stream().anyMatch(one -> one.id.key().equals(id.key()) && one.asks > 0);
    }

    /** Time goes on for whatever happens to a resource. */
    void passed(Id id) {
        running.values().stream()
                .filter(one -> one.id.key().equals(id.key()) && one.asks > 0)
                .forEach(one -> one.asks--);
    }

    /** Ends well what goes on with a resource that is written again: whoever waits for it still asks. */
    void end(Id id) {
        running.values().stream().filter(one -> one.id.key().equals(id.key())).forEach(one -> {
            one.asks = 0;
            one.fails = false;
        });
    }

    Reply status(String name, String path) {
        Running one = running.get(name);
        if (one == null) {
            return Refusal.notFound("operation", name).reply();
        }
        ObjectNode body = Json.object().put("id", path).put("name", name);
        if (one.asks > 0) {
            one.asks--;
            return Reply.json(200, body.put("status", one.doing)).with(SOON, "10");
        }
        if (one.fails) {
            body.putObject("error").put("code", "InternalServerError").put("message", "It failed by itself.");
        }
        return Reply.json(200, body.put("status", one.fails ? "Failed" : "Succeeded"));
    }
}
