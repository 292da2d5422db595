package io.github.amlmaven.git;

/** Configuration that git would not read either. */
final class ConfigSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    ConfigSyntaxException(int line) {
        super("line " + line);
        this.line = line;
    }

    int line() {
        return line;
    }
}
