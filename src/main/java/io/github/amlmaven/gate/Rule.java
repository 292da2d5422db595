package io.github.amlmaven.gate;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.Token;
import java.util.stream.Stream;

/**
 * One thing that may not be published, or that is worth a warning. A rule has no state and knows one kind of subject.
 *
 * @param <S> what it judges
 */
public abstract class Rule<S extends Subject> {
    private final String id;
    private final Severity severity;
    private final String title;
    private final Class<S> subject;

    /**
     * Names the rule.
     *
     * @param id its stable id: the kind of dependency and a short name, such as {@code pip/range}
     * @param severity what its findings do to a snapshot
     * @param title what it finds, in a few words
     * @param subject what it judges
     */
    protected Rule(String id, Severity severity, String title, Class<S> subject) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.subject = subject;
    }

    /**
     * Judges one subject.
     *
     * @param subject the subject
     * @return what is wrong with it; empty when nothing is
     */
    protected abstract Stream<Finding> judge(S subject);

    /**
     * Which rule this is.
     *
     * @return a stable id, such as {@code pip/range}
     */
    public final String id() {
        return id;
    }

    /**
     * What its findings do to a snapshot.
     *
     * @return the severity of each of them
     */
    public final Severity severity() {
        return severity;
    }

    /**
     * What it finds.
     *
     * @return a few words, as a heading has them
     */
    public final String title() {
        return title;
    }

    /**
     * A finding of this rule.
     *
     * @param found the very text and its place
     * @param message why it is wrong, one sentence
     * @param fix what mends it, one sentence
     * @return the finding, alone
     */
    protected final Stream<Finding> finding(Token found, String message, String fix) {
        return finding(found.location(), found.text(), message, fix);
    }

    /**
     * A finding of this rule.
     *
     * @param location where it stands
     * @param found the very text, without any secret
     * @param message why it is wrong, one sentence
     * @param fix what mends it, one sentence
     * @return the finding, alone
     */
    protected final Stream<Finding> finding(Location location, String found, String message, String fix) {
        return Stream.of(new Finding(id, severity, location, found, message, fix));
    }

    /** Judges whatever comes, which is nothing unless it is this rule's kind of subject. */
    final Stream<Finding> apply(Subject any) {
        return subject.isInstance(any) ? judge(subject.cast(any)) : Stream.empty();
    }
}
