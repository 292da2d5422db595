package io.github.amlmaven.gate;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.PipRun;
import io.github.amlmaven.environment.RequirementsFile;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The packages whose exact version constraints files name: with them even a bare name is exact. A constraints file counts for the run of pip
 * that is told of it, and a list that several runs install is as exact as the loosest of them leaves it.
 */
final class Constraints {
    /** Nobody has so many runs, lists and names; what is not looked at any more counts as if nothing constrained it. */
    private static final int MAX_STEPS = 500_000;

    private final Map<TreePath, RequirementsFile> files;
    private final Map<TreePath, Set<String>> installed = new HashMap<>();
    private final Set<String> standing = new HashSet<>();

    /** The packages whose version each file of constraints names. */
    private final Map<TreePath, Set<String>> fixed = new HashMap<>();

    private int steps;

    /**
     * Begins with what counts for every run.
     *
     * @param files every file of requirements and of constraints
     * @param runs all runs, of which those that stand for any are taken
     */
    Constraints(Collection<RequirementsFile> files, List<PipRun> runs) {
        this.files = files.stream().collect(Collectors.toMap(RequirementsFile::path, Function.identity()));
        List<PipLine> lines = runs.stream()
                .filter(PipRun::standing)
                .flatMap(run -> run.lines().stream())
                .toList();
        standing.addAll(run(lines, Optional.empty()));
    }

    /** Takes note of a run, and tells the packages whose version is fixed in it. */
    Set<String> run(List<PipLine> lines) {
        return run(lines, Optional.empty());
    }

    /** The packages whose version is fixed in every run that installs a list. */
    Set<String> of(RequirementsFile list) {
        if (!installed.containsKey(list.path())) {
            run(list.lines(), Optional.of(list.path()));
        }
        return steps > MAX_STEPS ? standing : installed.getOrDefault(list.path(), standing);
    }

    /** Whether what a line asks for is among some packages; what a URL leads to is not told by a version. */
    static boolean fix(Set<String> names, PipLine line) {
        return line instanceof PipLine.Named named
                && named.requirement().url().isEmpty()
                && names.contains(normalized(named));
    }

    private Set<String> run(List<PipLine> lines, Optional<TreePath> list) {
        Set<String> names = new HashSet<>(standing);
        Set<TreePath> lists = new LinkedHashSet<>(list.stream().toList());
        Set<TreePath> constraining = new HashSet<>();
        Deque<List<PipLine>> next = new ArrayDeque<>(List.of(lines));
        steps += names.size();
        while (!next.isEmpty() && steps <= MAX_STEPS) {
            List<PipLine> told = next.pop();
            steps += told.size();
            for (PipLine line : told) {
                if (line instanceof PipLine.Limit limit
                        && limit.limited().requirement().marker().isEmpty()) {
                    names.add(normalized(limit.limited()));
                }
                Optional<RequirementsFile> file = file(line);
                if (line instanceof PipLine.Include include
                        && file.isPresent()
                        && (include.constraints() ? constraining : lists)
                                .add(file.get().path())) {
                    next.push(file.get().lines());
                    if (include.constraints()) {
                        names.addAll(fixed.computeIfAbsent(file.get().path(), path -> fixed(file.get())));
                    }
                }
            }
        }
        for (TreePath each : lists) {
            steps += names.size();
            installed.merge(each, names, Constraints::both);
        }
        return steps > MAX_STEPS ? standing : names;
    }

    private static Set<String> fixed(RequirementsFile constraints) {
        return constraints.lines().stream()
                .filter(Constraints::fixes)
                .map(PipLine.Named.class::cast)
                .map(Constraints::normalized)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<RequirementsFile> file(PipLine line) {
        return line instanceof PipLine.Include include ? include.file().map(files::get) : Optional.empty();
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static boolean fixes(PipLine line) {
        return line instanceof PipLine.Named named
                && named.isExact()
                && named.requirement().marker().isEmpty();
    }

    /** As the <a href="https://packaging.python.org/en/latest/specifications/name-normalization/">specification</a> compares names. */
    private static String normalized(PipLine.Named line) {
        return line.requirement().name().replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
