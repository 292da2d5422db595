package io.github.amlmaven.gate;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.RequirementsFile;
import io.github.amlmaven.environment.VersionSpecifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages whose exact version the constraints files of an environment name: with them even a bare name is exact. */
record Constraints(Set<String> names) {

    static Constraints of(List<RequirementsFile> requirements) {
        return new Constraints(requirements.stream()
                .filter(RequirementsFile::constraints)
                .flatMap(file -> file.lines().stream())
                .filter(PipLine.Named.class::isInstance)
                .map(PipLine.Named.class::cast)
                .filter(line -> line.requirement().marker().isEmpty()
                        && line.requirement().specifiers().stream().anyMatch(VersionSpecifier::isExact))
                .map(line -> normalized(line.requirement().name()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean pin(PipLine line) {
        return line instanceof PipLine.Named named
                && names.contains(normalized(named.requirement().name()));
    }

    /** As the <a href="https://packaging.python.org/en/latest/specifications/name-normalization/">specification</a> compares names. */
    private static String normalized(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
