package io.github.amlmaven.emulator;

import java.time.Duration;

/** What can go wrong with one request. */
public sealed interface Fault {

    /**
     * Too many requests, as the service says it; nothing is done.
     *
     * @param retryAfterSeconds what the header {@code Retry-After} says
     */
    record Throttled(int retryAfterSeconds) implements Fault {}

    /**
     * An error of the service; nothing is done.
     *
     * @param status such as 500
     */
    record Failed(int status) implements Fault {}

    /** The connection ends before anything is done. */
    record CutBefore() implements Fault {}

    /** What was asked for is done, and then the connection ends without an answer. */
    record CutAfter() implements Fault {}

    /** The connection ends in the middle of the answer's body. */
    record CutWithin() implements Fault {}

    /**
     * The answer takes long.
     *
     * @param time how long
     */
    record Slow(Duration time) implements Fault {}

    /** Where a shared access signature is handed out, it ended an hour ago; else nothing. */
    record ExpiredSignature() implements Fault {}

    /**
     * Where a shared access signature is handed out, it is one for a short time; else nothing.
     *
     * @param time how long, in whole seconds
     */
    record ShortSignature(Duration time) implements Fault {}

    /** The long-running operation that this begins never ends; where none begins, nothing. */
    record OperationHangs() implements Fault {}

    /** The long-running operation that this begins ends as {@code Failed}; where none begins, nothing. */
    record OperationFails() implements Fault {}

    /**
     * Something happens in the place of what was asked for, such as the end of the process that asked; then the connection ends.
     *
     * @param action what
     */
    record Instead(Runnable action) implements Fault {}

    /**
     * Something happens before anything is done, such as the end of the process that asked.
     *
     * @param action what
     */
    record Before(Runnable action) implements Fault {}

    /**
     * Something happens when it is done, before it is answered.
     *
     * @param action what
     */
    record After(Runnable action) implements Fault {}
}
