package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.CondaEnvironment;
import io.github.amlmaven.environment.MatchSpec;
import io.github.amlmaven.gate.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a conda package's version is fixed. */
enum CondaCondition {
    /** One version. */
    EXACT,
    /** Nothing is said. */
    NONE,
    /** One {@code =} and fewer than three numbers. */
    SHORT_PREFIX,
    /** One {@code =} and three numbers or more. */
    LONG_PREFIX,
    /** A {@code *}. */
    WILDCARD,
    /** A comparison, or several conditions. */
    RANGE;

    /** Three numbers are what most packages call a release. */
    private static final int WHOLE_VERSION = 3;

    /** The package, when its version is fixed so far and no further. */
    static Stream<MatchSpec> of(Subject.CondaPackage subject, CondaCondition condition) {
        return subject.dependency().spec().stream()
                .filter(spec -> of(spec, subject.dependency().written().text()) == condition);
    }

    private static CondaCondition of(MatchSpec spec, String written) {
        if (spec.isExact()) {
            return EXACT;
        }
        if (spec.version().isEmpty() || spec.version().get().equals("*")) {
            return NONE;
        }
        Optional<String> prefix = spec.prefix();
        if (prefix.isPresent() && written.indexOf('*') < 0) {
            return prefix.get().split("[.]", -1).length < WHOLE_VERSION ? SHORT_PREFIX : LONG_PREFIX;
        }
        return spec.version().get().matches(".*[<>!~|,].*") ? RANGE : WILDCARD;
    }

    /** Whether an environment lists a package, whatever it says of its version. */
    static boolean lists(CondaEnvironment environment, String name) {
        return environment.dependencies().stream()
                .flatMap(dependency -> dependency.spec().stream())
                .anyMatch(spec -> spec.name().toLowerCase(Locale.ROOT).equals(name));
    }
}
