package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A job of any type. */
final class JobBody {
    static final Set<String> TYPES = Set.of("pipeline", "command", "sweep", "spark");

    private JobBody() {}

    static Body of(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", properties(definition, new References(links, report), report));
        return report.body(body);
    }

    /** The job itself, as a request to run it has it, and as a schedule has it. */
    static ObjectNode properties(Definition definition, References references, Report report) {
        String type = ComponentType.of(definition.tree());
        return switch (type) {
            case "pipeline" -> PipelineBody.of(definition, references, report);
            case "command" -> CommandBody.of(definition, references, report);
            case "sweep" -> SweepBody.of(definition, references, report);
            case "spark" -> SparkBody.of(definition, references, report);
            default -> {
                report.problem(
                        JsonPointer.compile("/type"),
                        "A job of type '" + type + "' cannot be sent on its own.",
                        "Make it a step of a pipeline.");
                yield JsonNodeFactory.instance.objectNode();
            }
        };
    }
}
