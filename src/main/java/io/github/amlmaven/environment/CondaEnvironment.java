package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import java.util.List;
import java.util.Optional;

/**
 * A conda environment, from a file or inline.
 *
 * @param location where its packages are listed; where it begins, when they are not
 * @param channels where packages come from, the first first; a secret in one is replaced by {@code ***}
 * @param dependencies conda's own packages, in the order of the file
 * @param pip what pip installs afterwards; absent when there is no {@code pip:} section
 * @param pipAt where that section begins; where the packages are listed, when there is none
 */
public record CondaEnvironment(
        Location location,
        List<Token> channels,
        List<CondaDependency> dependencies,
        Optional<List<PipLine>> pip,
        Location pipAt) {

    /** Takes its own copies. */
    public CondaEnvironment {
        channels = List.copyOf(channels);
        dependencies = List.copyOf(dependencies);
        pip = pip.map(List::copyOf);
    }

    /**
     * A package.
     *
     * @param written the text and where it stands
     * @param spec what it means; absent when conda would refuse it
     */
    public record CondaDependency(Token written, Optional<MatchSpec> spec) {}
}
