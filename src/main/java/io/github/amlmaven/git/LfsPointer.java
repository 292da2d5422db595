package io.github.amlmaven.git;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What git holds in place of a file that Git LFS keeps elsewhere. The text is specified in {@code docs/spec.md} of git-lfs; it is shorter than
 * 1024 bytes.
 *
 * @param oid the SHA-256 of the file, 64 lower-case hex digits
 * @param size the length of the file, in bytes
 */
public record LfsPointer(String oid, long size) {
    static final int LONGEST = 1023;

    private static final Pattern TEXT = Pattern.compile("version (?:https://git-lfs\\.github\\.com/spec/v1"
            + "|https://hawser\\.github\\.com/spec/v1|http://git-media\\.io/v/2)\n"
            + "(?:ext-\\d-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (\\d{1,18})\n?");

    /** Reads a pointer; anything that is none is nothing. */
    static Optional<LfsPointer> parse(byte[] content) {
        if (content.length > LONGEST || content.length == 0 || content[0] != 'v') {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(new String(content, StandardCharsets.ISO_8859_1));
        return matcher.matches()
                ? Optional.of(new LfsPointer(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
