package io.github.amlmaven.environment;

import java.util.List;

/**
 * What one run of pip is told.
 *
 * @param lines its arguments, as lines of a requirements file
 * @param standing whether these are told to every run instead, as variables of the environment and files of configuration do
 */
public record PipRun(List<PipLine> lines, boolean standing) {

    /** Takes its own copy. */
    public PipRun {
        lines = List.copyOf(lines);
    }

    /**
     * The arguments of several runs.
     *
     * @param runs the runs
     * @return what they are told, one after the other
     */
    static List<PipLine> lines(List<PipRun> runs) {
        return runs.stream().flatMap(run -> run.lines().stream()).toList();
    }
}
