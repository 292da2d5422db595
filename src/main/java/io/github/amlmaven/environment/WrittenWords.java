package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the words of scripts again in the file that has them. A text of several lines is folded, indented and escaped there, so that its
 * characters have no places of their own; but its words stand there one after the other.
 */
final class WrittenWords {
    /** Between two words there is white space, an operator or a comment, and seldom more. */
    private static final int MAX_GAP = 1000;

    /** Nobody writes so many lines before a text that has lines of its own. */
    private static final int MAX_LINES = 20_000;

    /** How many spaces may be added; a text of a million empty lines, far to the right, would ask for a gigabyte. */
    private static final long MAX_SPACES = 16 << 20;

    private final FileTree tree;
    private final Document document;
    private Optional<SourceText> source = Optional.empty();

    WrittenWords(FileTree tree, Document document) {
        this.tree = tree;
        this.document = document;
    }

    /** The commands of a text, each word where it stands in the file; as they are, when the text has places of its own. */
    List<ShellStep> place(JsonPointer at, List<ShellStep> commands) throws IOException {
        if (commands.isEmpty() || document.isVerbatim(at) || !isRead()) {
            return commands;
        }
        SourceText text = source.get();
        int from = text.indexOf(document.at(at));
        List<ShellStep> placed = new ArrayList<>();
        for (ShellStep step : commands) {
            ShellCommand command = step.command();
            List<Token> words = new ArrayList<>();
            for (Token word : command.allWords()) {
                int found = find(text.text(), word.text(), from);
                words.add(found < 0 ? word : new Token(word.text(), text.at(found)));
                from = found < 0 ? from : found + word.text().length();
            }
            int first = command.assignments().size();
            placed.add(new ShellStep(
                    new ShellCommand(
                            words.subList(0, first),
                            words.subList(first, words.size()),
                            command.pipedFrom(),
                            command.output()),
                    step.shell()));
        }
        return placed;
    }

    /** A text as it stands in the file: with as many lines before it, and indented so; nothing when it does not stand there so. */
    Optional<String> inPlace(JsonPointer at, String text) throws IOException {
        int line = document.at(at).line();
        String first = text.lines().findFirst().orElse("");
        if (first.isBlank() || line > MAX_LINES || !isRead()) {
            return Optional.empty();
        }
        SourceText file = source.get();
        int below = file.indexOf(new Location(document.path(), line + 1, 1));
        int found = find(file.text(), first, below);
        if (found < 0
                || !file.text().substring(below, found).isBlank()
                || (found - below) * text.lines().count() > MAX_SPACES) {
            return Optional.empty();
        }
        String indent = " ".repeat(found - below);
        return Optional.of("\n".repeat(line) + indent + text.replace("\n", "\n" + indent));
    }

    private static int find(String text, String word, int from) {
        String near = text.substring(from, Math.min(text.length(), from + MAX_GAP + word.length()));
        int found = near.indexOf(word);
        return found < 0 ? found : from + found;
    }

    /** Reads the file again, once, unless nobody asks. */
    private boolean isRead() throws IOException {
        Optional<TreeEntry> file = source.isPresent() ? Optional.empty() : tree.find(document.path());
        if (file.isPresent()) {
            try {
                source = Optional.of(SourceText.ofFile(document.path(), Document.text(tree, file.get())));
            } catch (UnreadableDocumentException e) {
                throw new IOException(document.path() + " has changed while it was read", e);
            }
        }
        return source.isPresent();
    }
}
