package io.github.amlmaven.document;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text as SnakeYAML's scanner wants it. The original copies what is left of its window with each kilobyte that it reads, so that a line
 * of some megabytes takes minutes; and each of its marks keeps a window alive. This one has the whole text and does neither.
 */
final class CodePointReader extends StreamReader {
    private static final int[] NOTHING = {};
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] text;
    private int index;
    private int line;
    private int column;

    CodePointReader(String text) {
        this(text.codePoints().toArray());
    }

    private CodePointReader(int[] text) {
        super("");
        this.text = text;
    }

    /** The line and column of an index. */
    Mark markAt(int position) {
        CodePointReader other = new CodePointReader(text);
        other.forward(position);
        return other.getMark();
    }

    /** Whether a character stands between two indexes, the second one excluded. */
    boolean has(int character, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == character) {
                return true;
            }
        }
        return false;
    }

    /** The character at an index, which is below {@link #length}. */
    int at(int position) {
        return text[position];
    }

    int length() {
        return text.length;
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, NOTHING, 0);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int end = Math.min(index + length, text.length); index < end; ) {
            int c = text[index++];
            if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029 || (c == '\r' && peek() != '\n')) {
                line++;
                column = 0;
            } else if (c != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int distance) {
        return index + distance < text.length ? text[index + distance] : '\0';
    }

    @Override
    public String prefix(int length) {
        return new String(text, index, Math.min(length, text.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        forward(length);
        return prefix;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return index;
    }

    @Override
    public void resetDocumentIndex() {
        // There is one document only.
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }
}
