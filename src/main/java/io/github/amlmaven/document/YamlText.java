package io.github.amlmaven.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.CodePointOrder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** Writes a tree as YAML. */
public final class YamlText {
    private YamlText() {}

    /**
     * The text of a tree: in blocks, with the keys of every mapping in order, and with every number in its own text. Reading it gives the tree
     * again.
     *
     * @param tree objects, arrays, strings, numbers, booleans and nulls
     * @return YAML 1.1, with a line feed at its end
     */
    public static String of(JsonNode tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setAllowUnicode(false);
        StringWriter out = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(out, options), new Resolver(), options, null);
            serializer.open();
            serializer.serialize(node(tree));
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return out.toString();
    }

    private static org.yaml.snakeyaml.nodes.Node node(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                TreeMap<String, JsonNode> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
                value.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
                List<NodeTuple> entries = new ArrayList<>();
                sorted.forEach((key, content) -> entries.add(new NodeTuple(scalar(Tag.STR, key), node(content))));
                yield new MappingNode(Tag.MAP, entries, value.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case ARRAY -> {
                List<org.yaml.snakeyaml.nodes.Node> elements = new ArrayList<>();
                value.forEach(element -> elements.add(node(element)));
                yield new SequenceNode(Tag.SEQ, elements, value.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case NUMBER -> scalar(value.isIntegralNumber() ? Tag.INT : Tag.FLOAT, value.asText());
            case BOOLEAN -> scalar(Tag.BOOL, value.asText());
            case NULL -> scalar(Tag.NULL, "null");
            default -> scalar(Tag.STR, value.asText());
        };
    }

    private static ScalarNode scalar(Tag tag, String text) {
        // These mean something where they stand alone, which the emitter does not know.
        boolean special = text.equals("=") || text.equals("<<");
        return new ScalarNode(tag, text, null, null, special ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN);
    }
}
