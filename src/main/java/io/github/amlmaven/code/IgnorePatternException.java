package io.github.amlmaven.code;

/** A line of an ignore file that the Azure ML client gives up at. */
final class IgnorePatternException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    IgnorePatternException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
