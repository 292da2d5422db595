package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text that knows where its characters stand. */
final class SourceText {
    private final String text;
    private final Location start;
    private final int[] lineStarts;
    private int knownIndex;
    private int knownColumn = 1;

    private SourceText(String text, Location start, int... lineStarts) {
        this.text = text;
        this.start = start;
        this.lineStarts = lineStarts;
    }

    /** The content of a file. */
    static SourceText ofFile(TreePath path, String text) {
        return new SourceText(text, Location.startOf(path), lineStarts(text));
    }

    /** A scalar of a document. Quotes and escapes may lie between its characters and the file's, so all of it stands at its beginning. */
    static SourceText ofScalar(Location location, String text) {
        return new SourceText(text, location);
    }

    /** A text of a document, whose characters have places of their own where the file has them as they are. */
    static SourceText ofText(Document document, JsonPointer at, String text) {
        Location start = document.textAt(at);
        return document.isVerbatim(at) ? new SourceText(text, start, 0) : ofScalar(start, text);
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                starts.add(i + 1);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    String text() {
        return text;
    }

    /** The index of the character that stands at a place of the file; that of its end, when the file has no such place. */
    int indexOf(Location place) {
        if (place.line() > lineStarts.length) {
            return text.length();
        }
        int line = lineStarts[place.line() - 1];
        int end = place.line() < lineStarts.length ? lineStarts[place.line()] : text.length();
        int before = Math.min(place.column() - 1, text.codePointCount(line, end));
        return text.offsetByCodePoints(line, before);
    }

    /** Where a character stands, by its index. */
    Location at(int index) {
        if (lineStarts.length == 0) {
            return start;
        }
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        if (knownIndex > index || knownIndex < lineStarts[line]) {
            knownIndex = lineStarts[line];
            knownColumn = 1;
        }
        // Places are asked for from left to right, and a line may have millions of characters: nothing is counted
        // twice.
        knownColumn += text.codePointCount(knownIndex, index);
        knownIndex = index;
        int before = line == 0 ? start.column() - 1 : 0;
        return new Location(start.path(), start.line() + line, before + knownColumn);
    }
}
