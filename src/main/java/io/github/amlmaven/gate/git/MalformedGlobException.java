package io.github.amlmaven.gate.git;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Patterns that are no globs. The message names each, with what is wrong with it. */
public final class MalformedGlobException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedGlobException(List<PatternSyntaxException> malformed) {
        super(malformed.stream()
                .map(glob -> "'" + glob.getPattern() + "' is no glob: " + glob.getDescription())
                .collect(Collectors.joining("; ")));
        malformed.forEach(this::addSuppressed);
    }
}
