package io.github.amlmaven.git;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How a file system may spell names: some do not tell cases or Unicode forms apart.
 *
 * @param anyCase whether it is {@code core.ignorecase}
 * @param anyForm whether it is {@code core.precomposeunicode}
 */
record Spelling(boolean anyCase, boolean anyForm) {

    static Spelling of(GitConfig config) {
        return new Spelling(config.flag("core.ignorecase", false), config.flag("core.precomposeunicode", false));
    }

    /** Whether names are kept as they are. */
    boolean isExact() {
        return !anyCase && !anyForm;
    }

    /** What all spellings of a name have in common. */
    String common(String name) {
        String composed = anyForm ? Normalizer.normalize(name, Normalizer.Form.NFC) : name;
        return anyCase ? composed.toLowerCase(Locale.ROOT) : composed;
    }
}
