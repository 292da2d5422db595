package io.github.amlmaven.environment;

/** A text that its grammar does not allow. */
final class GrammarException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    GrammarException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong, one sentence without a full stop and without the text. */
    String reason() {
        return reason;
    }
}
