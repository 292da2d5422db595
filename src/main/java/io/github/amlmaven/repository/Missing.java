package io.github.amlmaven.repository;

import java.util.List;

/** Says that something is not there, where it was looked for, and what there is instead. */
final class Missing {
    private final Coordinates coordinates;
    private final Lookup lookup;
    private final String elsewhere;

    /**
     * Prepares to say it.
     *
     * @param coordinates whose snapshots were looked for
     * @param lookup where
     * @param elsewhere whose snapshots may be meant instead, in a sentence; empty when nobody knows
     */
    Missing(Coordinates coordinates, Lookup lookup, String elsewhere) {
        this.coordinates = coordinates;
        this.lookup = lookup;
        this.elsewhere = elsewhere.isEmpty() ? "" : " " + elsewhere;
    }

    /** There is no version at all. */
    String project() {
        return "There is no version of " + coordinates + where() + elsewhere;
    }

    /** There is nothing to go back to. */
    String before(String version) {
        return "There is no snapshot of " + coordinates + " that is older than " + version + where() + elsewhere;
    }

    /**
     * There is no such version, or nothing was captured in it.
     *
     * @param version the version
     * @param extension what was looked for of it
     * @param ascending the versions that there are, oldest first
     * @param older how many of these are older than it
     */
    String version(String version, String extension, List<String> ascending, int older) {
        String what = coordinates + ":" + version;
        if (ascending.isEmpty()) {
            return project();
        } else if (!ascending.contains(version)) {
            return "There is no version " + version + " of " + coordinates + where() + " The nearest are "
                    + String.join(", ", VersionOrder.around(ascending, older)) + "." + elsewhere;
        } else if (lookup.isOffline()) {
            return "The snapshot of " + what + " was not downloaded before, and Maven is offline. Leave out -o."
                    + elsewhere;
        }
        return what + " is no snapshot: it has no artifact with the classifier aml and the type " + extension + where()
                + (elsewhere.isEmpty() ? " The goal aml:snapshot attaches one to a build." : elsewhere);
    }

    /**
     * Offline, nobody knows whether there is a signature.
     *
     * @param version of which version
     * @param extension how the name of its file goes on behind that of the zip
     */
    String signature(String version, String extension) {
        return "A signature of " + coordinates + ":" + version + " (." + extension
                + ") was not downloaded before, and Maven is offline. Leave out -o.";
    }

    private String where() {
        if (lookup.isOffline()) {
            return " among what was downloaded before, and Maven is offline.";
        }
        return " in " + lookup.repositories()
                + ". Maven looks in the repositories of the project's pom and of the active profiles in settings.xml.";
    }
}
