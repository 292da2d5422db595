package io.github.amlmaven.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The patterns of an ignore file; the last one that matches decides. Otherwise than with git, a file of a folder that is left out can be
 * taken in again.
 */
final class IgnoreRules {
    /** What the client leaves out of every component, and no ignore file can take in again. */
    private static final IgnorePattern PYTHON_CACHE = IgnorePattern.anywhere("__pycache__");

    /** What holds where there is no ignore file. */
    private static final Map<CodeUse, List<IgnorePattern>> ALWAYS = Map.of(
            CodeUse.COMPONENT, List.of(PYTHON_CACHE), CodeUse.JOB, List.of(), CodeUse.INCLUDES, List.of(PYTHON_CACHE));

    /** No file can be called so; only a pattern for any name matches it. */
    private static final String NO_FILE = "\0".repeat(256);

    /** From the last to the first. */
    private final List<IgnorePattern> patterns;

    private IgnoreRules(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * The rules without an ignore file.
     *
     * @param use what the code is for
     */
    static IgnoreRules of(CodeUse use) {
        return new IgnoreRules(always(use));
    }

    /**
     * Reads an ignore file.
     *
     * @param text its text
     * @param use what the code is for
     * @return its rules, and the one that every component has
     * @throws IgnorePatternException when the client would fail
     */
    static IgnoreRules of(String text, CodeUse use) throws IgnorePatternException {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            IgnorePattern.of(line).ifPresent(patterns::add);
        }
        patterns.addAll(always(use));
        Collections.reverse(patterns);
        return new IgnoreRules(patterns);
    }

    private static List<IgnorePattern> always(CodeUse use) {
        return Objects.requireNonNull(ALWAYS.get(use));
    }

    /**
     * Whether a path is left out.
     *
     * @param path the names from the folder of the ignore file to the path; {@code ..} is a name
     */
    boolean exclude(List<String> path) {
        for (IgnorePattern pattern : patterns) {
            if (pattern.matches(path)) {
                return pattern.excludes();
            }
        }
        return false;
    }

    /**
     * Whether whatever a folder may hold is left out.
     *
     * @param folder the names from the folder of the ignore file to the folder
     */
    boolean excludeAllIn(List<String> folder) {
        List<String> path = new ArrayList<>(folder);
        path.add(NO_FILE);
        return patterns.stream().allMatch(IgnorePattern::excludes) && exclude(path);
    }
}
