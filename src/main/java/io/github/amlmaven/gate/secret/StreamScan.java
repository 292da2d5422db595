package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.SecretKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Looks for secrets in streams, one after the other, in a buffer of fixed size. Each place of a text is seen with so much before and
 * behind it that no secret is cut in two.
 */
final class StreamScan {
    private static final int BUFFER = 1 << 18;

    /** The longest that stands between the beginning of an expression and its keyword, and the look-behind before that. */
    private static final int BEHIND = 256;

    private static final int AHEAD = SecretFormat.LONGEST;

    /** A file with more secrets than this is no less refused. */
    private static final int MOST = 1000;

    private record Match(int format, int start, int end) {}

    private final FormatSet formats = FormatSet.ALL;
    private final Matcher[] matchers;
    private final byte[] buffer = new byte[BUFFER];
    private final List<Match> matches = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private ByteText text = new ByteText(buffer, 0, 0);
    private int filled;
    private int line;
    private int column;
    private int reportedTo;

    StreamScan() {
        this.matchers = formats.formats().stream()
                .map(format -> format.expression()
                        .matcher("")
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false))
                .toArray(Matcher[]::new);
    }

    /**
     * Reads a stream to its end, or until there are too many secrets in it.
     *
     * @param in bytes of UTF-8, or of anything that agrees with ASCII
     * @return every secret, in the order of the places
     */
    List<Sighting> scan(InputStream in) throws IOException {
        sightings.clear();
        matches.clear();
        filled = 0;
        line = 1;
        column = 1;
        reportedTo = 0;
        int state = 0;
        int read = 0;
        boolean end = false;
        while (!end && sightings.size() < MOST) {
            int got = in.readNBytes(buffer, filled, BUFFER - filled);
            filled += got;
            end = filled < BUFFER;
            text = new ByteText(buffer, 0, filled);
            int to = end ? filled : filled - AHEAD;
            state = formats.automaton().read(state, buffer, read, to, this::announced);
            report();
            if (!end) {
                forget(to - BEHIND);
                read = BEHIND;
            }
        }
        return List.copyOf(sightings);
    }

    private void announced(int keyword, int keywordEnd) {
        if (matches.size() >= MOST) {
            report();
        }
        if (sightings.size() >= MOST) {
            return;
        }
        for (int index : formats.announcedBy(keyword)) {
            SecretFormat format = formats.formats().get(index);
            int start = keywordEnd - formats.length(keyword) - format.lead();
            if (start < 0) {
                continue;
            }
            Matcher matcher = matchers[index].reset(text);
            matcher.region(start, Math.min(filled, start + AHEAD));
            if (matcher.lookingAt()) {
                int group = group(matcher);
                if (format.real().test(matcher.group(group))) {
                    matches.add(new Match(index, matcher.start(group), matcher.end(group)));
                }
            }
        }
    }

    private static int group(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }

    /** Turns matches into sightings; of those that overlap, the one that begins first, or whose format is the more telling, stays. */
    private void report() {
        matches.sort(Comparator.comparingInt(Match::start).thenComparingInt(Match::format));
        int at = 0;
        int atLine = line;
        int atColumn = column;
        for (Match match : matches) {
            if (match.start() < reportedTo) {
                continue;
            }
            for (; at < match.start(); at++) {
                if (buffer[at] == '\n') {
                    atLine++;
                    atColumn = 1;
                } else if (isCharacter(buffer[at])) {
                    atColumn++;
                }
            }
            SecretKind kind = formats.formats().get(match.format()).kind();
            sightings.add(new Sighting(kind, atLine, atColumn, match.end() - match.start()));
            reportedTo = match.end();
        }
        matches.clear();
    }

    /** Moves what is still needed to the beginning of the buffer. */
    private void forget(int count) {
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                line++;
                column = 1;
            } else if (isCharacter(buffer[i])) {
                column++;
            }
        }
        System.arraycopy(buffer, count, buffer, 0, filled - count);
        filled -= count;
        reportedTo = Math.max(0, reportedTo - count);
    }

    /** Not a continuation byte of UTF-8. */
    private static boolean isCharacter(byte each) {
        return (each & 0xc0) != 0x80;
    }
}
