package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the words of a script again in the file that has it. A text of several lines is folded, indented and escaped there, so that its
 * characters have no places of their own; but its words stand there one after the other.
 */
final class WrittenWords {
    /** Between two words there is white space, an operator or a comment, and seldom more. */
    private static final int MAX_GAP = 1000;

    private final Optional<SourceText> source;
    private int from;

    private WrittenWords(Optional<SourceText> source, int from) {
        this.source = source;
        this.from = from;
    }

    /** Reads the file again, when the text has no places of its own. */
    static WrittenWords of(FileTree tree, Document document, JsonPointer at) throws IOException {
        Optional<TreeEntry> file = document.isVerbatim(at) ? Optional.empty() : tree.find(document.path());
        if (file.isEmpty()) {
            return new WrittenWords(Optional.empty(), 0);
        }
        try (InputStream in = tree.open(file.get())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            SourceText source = SourceText.ofFile(document.path(), text);
            return new WrittenWords(Optional.of(source), start(text, document.at(at)));
        }
    }

    private static int start(String text, Location location) {
        int line = 0;
        for (int i = 1; i < location.line() && line >= 0; i++) {
            line = text.indexOf('\n', line) + 1;
        }
        return Math.min(text.length(), line + location.column() - 1);
    }

    /** The same commands, each word where it stands in the file. */
    List<ShellCommand> place(List<ShellCommand> commands) {
        List<ShellCommand> placed = new ArrayList<>();
        for (ShellCommand command : commands) {
            List<Token> words = command.words().stream().map(this::place).toList();
            placed.add(new ShellCommand(words, command.pipedFrom()));
        }
        return placed;
    }

    private Token place(Token word) {
        int found = source.map(text -> text.text().indexOf(word.text(), from)).orElse(-1);
        if (found < 0 || found > from + MAX_GAP) {
            return word;
        }
        from = found + word.text().length();
        return new Token(word.text(), source.get().at(found));
    }
}
