package io.github.amlmaven.signature;

/** A signature that proves nothing, or keys that cannot be read. The message is one sentence for the user, without what it is about. */
public final class SignatureRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    SignatureRefusedException(String message) {
        super(message);
    }

    SignatureRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
