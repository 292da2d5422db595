package io.github.amlmaven.environment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A conda package and what is asked of it, as conda's <a
 * href="https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications">package match
 * specifications</a> define it.
 *
 * @param name the package's name; {@code *} for any
 * @param version the version's condition as conda understands it: {@code 1.2.*} for {@code name=1.2}, {@code 1.2} for {@code name==1.2}
 *     and for {@code name=1.2=build}
 * @param build the build's condition, if there is one
 * @param channel the channel that it has to come from, with its subdir when one is named
 * @param more every other condition in brackets, such as {@code md5}
 */
public record MatchSpec(
        String name,
        Optional<String> version,
        Optional<String> build,
        Optional<String> channel,
        SortedMap<String, String> more) {

    /** Takes its own copy of the map. */
    public MatchSpec {
        more = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) more));
    }

    /**
     * Whether exactly one version of one package satisfies it.
     *
     * @return true for a plain version and for {@code ==}, with or without a build, and for a digest
     */
    public boolean isExact() {
        boolean oneName = name.indexOf('*') < 0;
        return (oneName && version.filter(MatchSpecGrammar::isExactVersion).isPresent())
                || more.containsKey("md5")
                || more.containsKey("sha256")
                || more.containsKey("url");
    }

    /**
     * The version that every version which satisfies it begins with.
     *
     * @return {@code 1.2} for {@code name=1.2}; absent unless that is the whole condition
     */
    public Optional<String> prefix() {
        return version.flatMap(MatchSpecGrammar::prefix);
    }
}
