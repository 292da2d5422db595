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
        Composition composition = compose(path, new CodePointReader(text), limits);
        Optional<Composed> root = composition.root();
        return root.isPresent()
                ? new YamlConstructor(path, composition.shared()).construct(root.get())
                : new Node.Scalar(YamlType.NULL, NullNode.instance, 1, 1);
    }

    private static Composition compose(TreePath path, CodePointReader reader, Limits limits)
            throws UnreadableDocumentException {
        try {
            return new YamlComposer(path, reader, limits).compose();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String message = Stream.of(Optional.ofNullable(e.getContext()), Optional.ofNullable(e.getProblem()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(": "));
            throw unreadable(path, mark, message);
        } catch (YAMLException e) {
            throw unreadable(path, reader.getMark(), String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            // SnakeYAML lets it out for an escape beyond Unicode, or one that the end of the file cuts off.
            throw unreadable(path, reader.getMark(), "this escape stands for no character");
        }
    }

    private static UnreadableDocumentException unreadable(TreePath path, Mark mark, String message) {
        return new UnreadableDocumentException(
                new Location(path, mark.getLine() + 1, mark.getColumn() + 1), "no YAML: " + message);
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
