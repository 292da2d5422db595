package io.github.amlmaven.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The options that pip knows in a requirements file, those of pip 26 and of the versions before it that are still met, with their short
 * names.
 */
enum PipOption {
    INDEX_URL("--index-url", 'i', true),
    PYPI_URL("--pypi-url", ' ', true),
    EXTRA_INDEX_URL("--extra-index-url", ' ', true),
    NO_INDEX("--no-index", ' ', false),
    CONSTRAINT("--constraint", 'c', true),
    REQUIREMENT("--requirement", 'r', true),
    EDITABLE("--editable", 'e', true),
    FIND_LINKS("--find-links", 'f', true),
    NO_BINARY("--no-binary", ' ', true),
    ONLY_BINARY("--only-binary", ' ', true),
    PREFER_BINARY("--prefer-binary", ' ', false),
    REQUIRE_HASHES("--require-hashes", ' ', false),
    NO_REQUIRE_HASHES("--no-require-hashes", ' ', false),
    PRE("--pre", ' ', false),
    ALL_RELEASES("--all-releases", ' ', true),
    ONLY_FINAL("--only-final", ' ', true),
    TRUSTED_HOST("--trusted-host", ' ', true),
    USE_FEATURE("--use-feature", ' ', true),
    HASH("--hash", ' ', true),
    GLOBAL_OPTION("--global-option", ' ', true),
    INSTALL_OPTION("--install-option", ' ', true),
    CONFIG_SETTINGS("--config-settings", 'C', true);

    /** The short name of an option that has none. */
    private static final char NO_LETTER = ' ';

    private final String longName;
    private final char shortName;
    private final boolean hasValue;

    PipOption(String longName, char shortName, boolean hasValue) {
        this.longName = longName;
        this.shortName = shortName;
        this.hasValue = hasValue;
    }

    String longName() {
        return longName;
    }

    boolean hasValue() {
        return hasValue;
    }

    /** By its long name, or by a beginning of it that no other option shares, as Python's {@code optparse} has it. */
    static PipOption byLongName(String name) throws GrammarException {
        List<PipOption> candidates = Arrays.stream(values())
                .filter(option -> option.longName.startsWith(name))
                .toList();
        Optional<PipOption> exact = candidates.stream()
                .filter(option -> option.longName.equals(name))
                .findFirst();
        if (exact.isEmpty() && candidates.size() != 1) {
            throw new GrammarException("pip has no option " + name + " in a requirements file");
        }
        return exact.orElseGet(() -> candidates.get(0));
    }

    /** By its very name, as a variable of the environment has it; nothing when a requirements file knows no such option. */
    static Optional<PipOption> named(String longName) {
        return Arrays.stream(values())
                .filter(option -> option.longName.equals(longName))
                .findFirst();
    }

    /** By its letter. */
    static PipOption byShortName(char name) throws GrammarException {
        return Arrays.stream(values())
                .filter(option -> option.shortName == name && name != NO_LETTER)
                .findFirst()
                .orElseThrow(() -> new GrammarException("pip has no option -" + name + " in a requirements file"));
    }
}
