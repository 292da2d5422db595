package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A pipeline, and the components that are written inline in it. Azure ML knows no step without a component: what a step says of its command
 * becomes a component that has no name, and the step refers to it.
 *
 * @param pipeline the pipeline, in which every step refers to a component
 * @param components what was written inline, each under the id that the pipeline now refers to; to be published before it
 */
public record Inlined(Definition pipeline, List<Definition> components) {
    /** Takes its own copy of the list. */
    public Inlined {
        components = List.copyOf(components);
    }

    /**
     * Takes the components out of a pipeline.
     *
     * @param pipeline a pipeline job or a pipeline component; any other definition has none
     * @param definitions the definition of a component of the snapshot, by its reference
     * @return the pipeline and its components
     */
    public static Inlined of(Definition pipeline, Function<String, JsonNode> definitions) {
        JsonNode jobs = pipeline.tree().path("jobs");
        List<Definition> components = new ArrayList<>();
        ObjectNode tree = pipeline.tree().deepCopy();
        jobs.properties().forEach(job -> {
            if (InlineStep.isInline(job.getValue())) {
                AssetId id = new AssetId(
                        AssetKind.COMPONENT, pipeline.id().path(), place(pipeline.id(), "jobs/" + job.getKey()));
                InlineStep step = InlineStep.of(job.getValue(), new InferredPorts(pipeline.tree(), definitions));
                components.add(new Definition(id, step.component()));
                ObjectNode node = step.step();
                node.set("component", TextNode.valueOf(id.toString()));
                ((ObjectNode) tree.get("jobs")).set(job.getKey(), node);
            }
        });
        return new Inlined(new Definition(pipeline.id(), tree), components);
    }

    private static String place(AssetId pipeline, String inside) {
        return pipeline.place().isEmpty() ? inside : pipeline.place() + "/" + inside;
    }
}
