package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import java.util.ArrayList;
import java.util.List;

/** Pieces of a source put together, as continuation lines are, in which every character still knows where it stands. */
final class JoinedText {
    private final SourceText source;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(int start, int sourceStart) {}

    JoinedText(SourceText source) {
        this.source = source;
    }

    void append(int sourceStart, int sourceEnd) {
        pieces.add(new Piece(text.length(), sourceStart));
        text.append(source.text(), sourceStart, sourceEnd);
    }

    String text() {
        return text.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Where the character at an index of the joined text stands. */
    Location at(int index) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).start() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Piece piece = pieces.get(low);
        return source.at(piece.sourceStart() + index - piece.start());
    }

    /** A piece of the joined text without the white space around it, its secrets hidden. */
    Token token(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Token(UrlSecrets.hide(text.substring(from, to)), at(from));
    }
}
