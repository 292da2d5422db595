package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Components of the service itself, for steps that move data in or out. */
final class Builtin {
    private Builtin() {}

    /**
     * The component of a step.
     *
     * @param step a step that names none
     * @return its id, when the step imports or exports data
     */
    static Optional<String> of(Fields step) {
        String task = step.has("source") || step.has("sink") ? step.text("task").orElse("") : "";
        return switch (task) {
            case "import_data" -> Optional.of(id(task, step, "source"));
            case "export_data" -> Optional.of(id(task, step, "sink"));
            default -> Optional.empty();
        };
    }

    private static String id(String task, Fields step, String end) {
        JsonNode type = step.peek(end).path("type");
        return "azureml://registries/azureml/components/" + task + "_" + type.asText("database") + "/versions/0.0.1";
    }
}
