package io.github.amlmaven.document;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.amlmaven.document.YamlComposer.Composition;
import io.github.amlmaven.tree.TreePath;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML. */
final class YamlReader {
    private YamlReader() {}

    static Node read(TreePath path, String text, Limits limits) throws UnreadableDocumentException {
        requirePrintable(path, text);
        CodePointReader reader = new CodePointReader(text);
        try {
            Composition composition = new YamlComposer(path, reader, limits).compose();
            Optional<Composed> root = composition.root();
            return root.isPresent()
                    ? new YamlConstructor(path, composition.shared()).construct(root.get())
                    : new Node.Scalar(YamlType.NULL, NullNode.instance, 1, 1);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String message = Stream.of(Optional.ofNullable(e.getContext()), Optional.ofNullable(e.getProblem()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(": "));
            throw new UnreadableDocumentException(
                    new Location(path, mark.getLine() + 1, mark.getColumn() + 1), "no YAML: " + message);
        } catch (YAMLException e) {
            throw new UnreadableDocumentException(
                    new Location(path, reader.getLine() + 1, reader.getColumn() + 1), "no YAML: " + e.getMessage());
        }
    }

    private static void requirePrintable(TreePath path, String text) throws UnreadableDocumentException {
        for (int offset = 0; offset < text.length(); ) {
            int character = text.codePointAt(offset);
            if (!StreamReader.isPrintable(character)) {
                Cursor place = new Cursor(text).moveTo(offset);
                throw new UnreadableDocumentException(
                        new Location(path, place.line(), place.column()),
                        String.format(
                                "the control character U+%04X may not stand in a YAML file: write it as an escape",
                                character));
            }
            offset += Character.charCount(character);
        }
    }
}
