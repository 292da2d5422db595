package io.github.amlmaven.snapshot;

/**
 * Why a file is not the snapshot that it should be.
 *
 * @param entry the entry of the zip that is wrong; empty when it is the zip as a whole
 * @param message what is wrong, one sentence
 */
public record Flaw(String entry, String message) {

    /** For people: the entry with everything that no terminal should be shown escaped, and the message. */
    @Override
    public String toString() {
        return entry.isEmpty() ? message : printable(entry) + ": " + message;
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean plain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
            shown.append(plain ? Character.toString(c) : String.format("\\u%04X", c));
        });
        return shown.toString();
    }
}
