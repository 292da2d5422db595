package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code <component>.additional_includes} that may stand beside a component: a list under {@code additional_includes}, or a path
 * a line (azure-ai-ml 1.35, InternalComponent).
 */
final class IncludesFile {
    private static final String KEY = "additional_includes";

    private IncludesFile() {}

    /**
     * Reads it, if there is one.
     *
     * @param graph the graph that is being read
     * @param component the file that defines the component
     * @return what is to be merged into its code
     * @throws IOException when the tree cannot be read
     */
    static List<Mention.Include> beside(GraphReader graph, TreePath component) throws IOException {
        String name = component.name();
        int dot = name.lastIndexOf('.');
        TreePath path = component.parent().child((dot > 0 ? name.substring(0, dot) : name) + "." + KEY);
        Optional<TreeEntry> file = graph.tree().find(path).filter(TreeEntry::isFile);
        if (file.isEmpty()) {
            return List.of();
        }
        graph.keep(file.get());
        String text;
        try {
            text = Document.text(graph.tree(), file.get());
        } catch (UnreadableDocumentException e) {
            graph.problem(new Problem(
                    "definition/unreadable",
                    e.location(),
                    path.name(),
                    "It cannot be read: " + e.getMessage() + ".",
                    "Save the file as UTF-8."));
            return List.of();
        }
        return text.lines().anyMatch(line -> line.startsWith(KEY + ":")) ? list(graph, file.get()) : lines(path, text);
    }

    /** What a component mentions when such a file's includes are merged into its code. */
    static List<Mention> merge(List<Mention.Include> includes, List<Mention> mentions, JsonPointer at) {
        List<Mention> merged = new ArrayList<>(mentions);
        JsonPointer place = at.appendProperty("code");
        merged.removeIf(mention -> mention.pointer().equals(place));
        Optional<Mention.Code> code = mentions.stream()
                .filter(mention -> mention.pointer().equals(place))
                .map(Mention.Code.class::cast)
                .findFirst();
        List<Mention.Include> all =
                new ArrayList<>(code.map(Mention.Code::includes).orElse(List.of()));
        all.addAll(includes);
        // A component with such a file and no code runs in its own folder.
        merged.add(new Mention.Code(place, code.flatMap(Mention.Code::text).or(() -> Optional.of(".")), all));
        return merged;
    }

    private static List<Mention.Include> list(GraphReader graph, TreeEntry file) throws IOException {
        List<Mention.Include> includes = new ArrayList<>();
        Optional<Document> document = graph.document(file);
        if (document.isPresent()) {
            JsonNode paths = document.get().root().path(KEY);
            for (int i = 0; i < paths.size(); i++) {
                JsonPointer pointer = JsonPointer.empty().appendProperty(KEY).appendIndex(i);
                Mention.Include.at(document.get(), pointer).ifPresent(includes::add);
            }
        }
        return includes;
    }

    private static List<Mention.Include> lines(TreePath path, String text) {
        List<String> lines = text.lines().toList();
        List<Mention.Include> includes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank()) {
                int indent = line.length() - line.stripLeading().length();
                includes.add(new Mention.Include(new Location(path, i + 1, indent + 1), line.strip(), false));
            }
        }
        return includes;
    }
}
