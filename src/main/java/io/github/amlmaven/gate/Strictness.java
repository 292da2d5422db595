package io.github.amlmaven.gate;

/**
 * What a team asks of its snapshots, where there is a choice.
 *
 * @param data what data that can change does
 * @param pins how much of an environment has to be fixed
 * @param requirePushed whether a commit that no remote has refuses the snapshot; otherwise it is a warning
 * @param requireRelease whether a project that is not released refuses the snapshot
 */
public record Strictness(DataGate data, Pins pins, boolean requirePushed, boolean requireRelease) {
    /** What is asked of those who say nothing. */
    public static final Strictness DEFAULT = new Strictness(DataGate.WARN, Pins.EXACT, false, false);
}
