package io.github.amlmaven.report;

/** How many there are of something, as people say it. */
public final class Count {
    private Count() {}

    /**
     * Counts.
     *
     * @param number how many there are
     * @param noun what one of them is called, where more of them have an s behind that
     * @return for example {@code 1 file} or {@code 2 files}
     */
    public static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
