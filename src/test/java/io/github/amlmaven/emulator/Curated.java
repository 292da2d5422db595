package io.github.amlmaven.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environments that Microsoft curates, which the service finds in a registry of its own. */
final class Curated {
    /** What their newest version is taken to be: that of the one that was recorded. */
    private static final String NEWEST = "36";

    private static final Pattern NAME = Pattern.compile("(?:azureml:)?(AzureML-[^:@/]+)(?::([0-9]+)|@latest)");

    private Curated() {}

    /** The id of a curated environment in the registry; any other reference as it is. */
    static String resolve(String reference) {
        Matcher curated = NAME.matcher(reference);
        return curated.matches()
                ? "azureml://registries/azureml/environments/" + curated.group(1) + "/versions/"
                        + (curated.group(2) == null ? NEWEST : curated.group(2))
                : reference;
    }
}
