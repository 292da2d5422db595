package io.github.amlmaven.git;

import java.io.IOException;
import java.io.InputStream;

/** What git counts to tell text from the rest ({@code gather_stats} in its convert.c). */
final class TextStats {
    private static final int DELETE = 127;
    private static final int END_OF_FILE = 26;

    private boolean nul;
    private boolean loneCarriageReturn;
    private boolean pairs;
    private long printable;
    private long others;

    private TextStats() {}

    static TextStats of(InputStream in) throws IOException {
        TextStats stats = new TextStats();
        byte[] buffer = new byte[1 << 16];
        int last = -1;
        for (int count = in.read(buffer); count >= 0 && !stats.isCertain(); count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                int c = buffer[i] & 0xFF;
                stats.add(last, c);
                last = c;
            }
        }
        stats.loneCarriageReturn |= last == '\r';
        if (last == END_OF_FILE) {
            stats.others--;
        }
        return stats;
    }

    private void add(int last, int c) {
        if (last == '\r') {
            if (c == '\n') {
                pairs = true;
            } else {
                loneCarriageReturn = true;
            }
        }
        if (c == DELETE) {
            others++;
        } else if (c >= ' ' || c == '\b' || c == '\t' || c == '\033' || c == '\f') {
            printable++;
        } else if (c != '\n' && c != '\r') {
            nul |= c == 0;
            others++;
        }
    }

    private boolean isCertain() {
        return nul || loneCarriageReturn;
    }

    boolean isBinary() {
        return isCertain() || (printable >> 7) < others;
    }

    /** Whether a line ends in carriage return and line feed. */
    boolean hasPairs() {
        return pairs;
    }
}
