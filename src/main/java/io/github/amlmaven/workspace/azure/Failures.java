package io.github.amlmaven.workspace.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.storage.blob.models.BlobStorageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.aad.msal4j.MsalServiceException;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.io.IOException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Azure's libraries throw and what the service answers, as one exception with one sentence. It has no cause: Maven prints the messages of
 * causes too, and theirs can have a signature.
 */
final class Failures {
    private static final int LONGEST = 1_000;

    /** The signature of a shared access signature, which is all of it that is secret. */
    private static final Pattern SIGNATURE = Pattern.compile("(?i)\\bsig=[^&\\s\"']+");

    private Failures() {}

    /**
     * What asks a library.
     *
     * @param <T> what it answers
     * @param <E> what it throws that is none of the library's
     */
    @FunctionalInterface
    interface Call<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * Asks a library, and explains what it throws. That is unchecked and of no common type, also for what is checked by nature, such as a
     * connection that breaks; so all of it is caught, here alone, and what cannot be explained is thrown on as it is.
     *
     * @param asked what is asked, for example {@code GET components/train/versions/3}
     * @param call asks it
     * @return what it answered
     * @throws E what else the call throws
     * @throws WorkspaceException what the library threw
     * @throws InterruptedException when this thread was interrupted
     */
    static <T, E extends Exception> T explained(String asked, Call<T, E> call)
            throws E, WorkspaceException, InterruptedException {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw of(asked, e);
        }
    }

    /**
     * Explains what a library threw.
     *
     * @param asked what was asked, for example {@code GET components/train/versions/3}
     * @param thrown what was thrown instead of an answer
     * @return the exception to throw
     * @throws InterruptedException when this thread was interrupted
     */
    private static WorkspaceException of(String asked, RuntimeException thrown) throws InterruptedException {
        if (cause(thrown, InterruptedException.class).isPresent()) {
            throw new InterruptedException(asked);
        }
        Optional<ProxyLogin.BarredException> barred = cause(thrown, ProxyLogin.BarredException.class);
        if (barred.isPresent()) {
            return new WorkspaceException(
                    Reason.DENIED,
                    "The proxy lets nothing through to Azure: it answered 407 (" + message(barred.get()) + ") to "
                            + asked
                            + ". Name its user and password in <proxies> of Maven's settings; a password is sent only with"
                            + " -Djdk.http.auth.tunneling.disabledSchemes= in .mvn/jvm.config or MAVEN_OPTS.");
        }
        Optional<BlobStorageException> blob = cause(thrown, BlobStorageException.class);
        if (blob.isPresent()) {
            return blob(asked, blob.get());
        }
        Optional<? extends Throwable> denied = cause(thrown, ClientAuthenticationException.class);
        Optional<? extends Throwable> unknown = denied.isPresent() ? denied : cause(thrown, MsalServiceException.class);
        if (unknown.isPresent()) {
            return new WorkspaceException(
                    Reason.DENIED, "Azure does not know who asks (" + asked + "): " + message(unknown.get()));
        }
        if (isUntrusted(thrown)) {
            return new WorkspaceException(
                    Reason.DENIED,
                    "This Java does not trust whoever answers in the place of Azure (" + asked + "): " + root(thrown)
                            + ". When that is a proxy of your company, name its certificate authority with"
                            + " -Djavax.net.ssl.trustStore in .mvn/jvm.config or MAVEN_OPTS.");
        }
        if (isCutOff(thrown)) {
            return new WorkspaceException(Reason.UNAVAILABLE, "Azure did not answer (" + asked + "): " + root(thrown));
        }
        throw thrown;
    }

    /**
     * Explains an answer.
     *
     * @param asked what was asked
     * @param status the HTTP status
     * @param body what was answered; a missing node when that was no JSON
     * @return the exception to throw
     */
    static WorkspaceException answered(String asked, int status, JsonNode body) {
        String code = error(body).path("code").asText();
        String message = message(body);
        return new WorkspaceException(
                reason(status),
                "Azure answered " + status + (code.isEmpty() ? "" : " " + code) + " to " + asked
                        + (message.isEmpty() ? "." : ": " + message));
    }

    /** What an answer says went wrong; empty when it does not say. */
    static String message(JsonNode body) {
        return text(error(body).path("message").asText());
    }

    private static JsonNode error(JsonNode body) {
        return body.has("error") ? body.path("error") : body;
    }

    /**
     * Whether no whole answer arrived, so that another attempt may get one.
     *
     * @param thrown what was thrown
     * @return true for a connection that was not made, was cut or was too slow
     */
    static boolean isCutOff(Throwable thrown) {
        return cause(thrown, IOException.class).isPresent()
                || cause(thrown, TimeoutException.class).isPresent();
    }

    /**
     * Whether a certificate was shown that does not count here. Another attempt gets the same one.
     *
     * @param thrown what was thrown
     * @return true for an authority that is not known, a name that is another one, or a day that is over; and where no authority at all is known,
     *     as Java has it of a trust store that is not there
     */
    static boolean isUntrusted(Throwable thrown) {
        return cause(thrown, CertificateException.class).isPresent()
                || cause(thrown, InvalidAlgorithmParameterException.class).isPresent();
    }

    private static WorkspaceException blob(String asked, BlobStorageException e) {
        String code = e.getErrorCode() == null ? "" : " " + e.getErrorCode();
        return new WorkspaceException(
                reason(e.getStatusCode()),
                "Azure's storage answered " + e.getStatusCode() + code + " to " + asked + ".");
    }

    private static Reason reason(int status) {
        if (status == 401 || status == 403) {
            return Reason.DENIED;
        }
        return status == 408 || status == 429 || status >= 500 ? Reason.UNAVAILABLE : Reason.REFUSED;
    }

    /** The first of its kind among an exception and its causes. */
    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, e -> e != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return message(root);
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : text(message);
    }

    /** One line, not endless, without a signature. */
    private static String text(String message) {
        String line = SIGNATURE.matcher(message.strip().replaceAll("\\s+", " ")).replaceAll("sig=...");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
