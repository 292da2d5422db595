package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What a test in another process may ask of the emulator, below {@code /_emulator}: {@code GET state}, {@code GET log}, {@code DELETE log}, {@code
 * POST faults} with {request, skip, times, fault, and its value}, {@code DELETE faults}, {@code PUT resource?id=…} past all checks, and {@code POST
 * stop}.
 */
final class Control {
    static final String PATH = "/_emulator";

    private final Emulator emulator;
    private final Runnable stop;

    Control(Emulator emulator, Runnable stop) {
        this.emulator = emulator;
        this.stop = stop;
    }

    Reply answer(Call call) throws Refusal, IOException {
        String what = call.method() + " " + call.path().substring(PATH.length());
        switch (what) {
            case "GET /state" -> {
                return Reply.json(200, emulator.state());
            }
            case "GET /log" -> {
                return Reply.json(200, emulator.log().json());
            }
            case "DELETE /log" -> emulator.log().clear();
            case "POST /faults" -> plan(call.json());
            case "DELETE /faults" -> emulator.faults().clear();
            case "PUT /resource" -> emulator.write(call.query().getOrDefault("id", ""), call.json());
            case "POST /stop" -> stop.run();
            default -> throw new Refusal(404, "NotFound", "There is no " + what + ".");
        }
        return Reply.empty(204);
    }

    private void plan(ObjectNode sent) throws Refusal {
        Fault fault = fault(sent.path("fault").asText(), sent.path("value"));
        if (sent.has("write")) {
            emulator.faults().onWrite(sent.path("write").asInt(), fault);
        } else {
            emulator.faults()
                    .on(
                            sent.path("request").asText(),
                            sent.path("skip").asInt(0),
                            sent.path("times").asInt(1),
                            fault);
        }
    }

    private static Fault fault(String name, JsonNode value) throws Refusal {
        return switch (name) {
            case "throttled" -> new Fault.Throttled(value.asInt(1));
            case "failed" -> new Fault.Failed(value.asInt(500));
            case "cutBefore" -> new Fault.CutBefore();
            case "cutAfter" -> new Fault.CutAfter();
            case "cutWithin" -> new Fault.CutWithin();
            case "slow" -> new Fault.Slow(Duration.ofMillis(value.asLong()));
            case "expiredSignature" -> new Fault.ExpiredSignature();
            case "operationHangs" -> new Fault.OperationHangs();
            case "operationFails" -> new Fault.OperationFails();
            case "killBefore" -> new Fault.Instead(() -> kill(value.asLong()));
            case "killAfter" -> new Fault.After(() -> kill(value.asLong()));
            default -> throw Refusal.invalid("There is no fault '" + name + "'.");
        };
    }

    /** Ends a process as nothing else does, and waits until it is over. */
    private static void kill(long pid) {
        List<ProcessHandle> processes = ProcessHandle.of(pid).stream().toList();
        for (ProcessHandle process : processes) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
