package io.github.amlmaven.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Turns {@code $Id: anything$} back into {@code $Id$}, as git does for a file with the attribute {@code ident}. */
final class IdentInputStream extends InputStream {
    private static final byte[] START = {'$', 'I', 'd', ':'};
    private static final byte[] KEYWORD = {'$', 'I', 'd', '$'};

    /** No keyword is longer; a longer line after {@code $Id:} is left as it is, so that it cannot fill the memory. */
    private static final int LONGEST = 1 << 16;

    private final PushbackInputStream in;
    private byte[] ready = {};
    private int at;

    IdentInputStream(InputStream in) {
        this.in = new PushbackInputStream(in);
    }

    @Override
    public int read() throws IOException {
        if (at < ready.length) {
            return ready[at++] & 0xFF;
        }
        int c = in.read();
        if (c != '$') {
            return c;
        }
        fill();
        return read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 && length > 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) c;
        }
        return count;
    }

    /** Reads on from a dollar, up to what decides whether it begins a keyword. */
    private void fill() throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        seen.write('$');
        while (seen.size() < LONGEST) {
            int c = in.read();
            boolean expected = seen.size() < START.length ? c == START[seen.size()] : c != '$' && c != '\n' && c >= 0;
            if (!expected) {
                boolean whole = c == '$' && seen.size() >= START.length;
                if (!whole && c >= 0) {
                    in.unread(c);
                }
                ready = whole ? KEYWORD : seen.toByteArray();
                at = 0;
                return;
            }
            seen.write(c);
        }
        ready = seen.toByteArray();
        at = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
