package io.github.amlmaven.gate.secret;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bytes as text, one character a byte (ISO 8859-1), without a copy, so that expressions read a buffer as it is. */
final class ByteText implements CharSequence {
    private final byte[] bytes;
    private final int from;
    private final int to;

    ByteText(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        Objects.checkFromToIndex(start, end, length());
        return new ByteText(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
