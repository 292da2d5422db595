package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The snapshots that must not be published to a workspace again until somebody says so: those that a rollback left. They are noted in the
 * workspace, for everyone who publishes to it.
 */
public final class Holds {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Anyone can write a tag; none moves a terminal's cursor. */
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final Workspace workspace;

    /**
     * Those of a workspace.
     *
     * @param workspace the workspace; a registry runs nothing, so that nothing in it is ever left, or held
     */
    public Holds(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Looks for one.
     *
     * @param snapshot which snapshot
     * @return what holds it, if anything does
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public Optional<Hold> of(Stamp snapshot) throws WorkspaceException, InterruptedException {
        if (workspace.place().kind() == Place.Kind.REGISTRY) {
            return Optional.empty();
        }
        return workspace
                .get(Hold.name(snapshot))
                .flatMap(there -> Hold.in(there.body()))
                .filter(hold -> Hold.isSame(hold.stamp(), snapshot));
    }

    /**
     * Looks for all.
     *
     * @return what is held, of whatever project
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public List<Hold> all() throws WorkspaceException, InterruptedException {
        List<Hold> all = new ArrayList<>();
        for (Resource container : workspace.archived(Collection.COMPONENT_CONTAINER)) {
            Hold.in(container.body())
                    .filter(hold -> Hold.name(hold.stamp()).equals(container.name()))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * The snapshots that are live where a plan re-points something, and will not be any more.
     *
     * @param plan the plan, not run yet
     * @return each once; what nobody published with this plugin says nothing of where it comes from, and is left out
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public List<Stamp> left(Plan plan) throws WorkspaceException, InterruptedException {
        Stamp wanted = new Stamp(plan.snapshot(), plan.artifact(), plan.commit());
        List<Stamp> left = new ArrayList<>();
        for (Former former : Formers.of(plan, workspace).all()) {
            former.stamp()
                    .filter(stamp -> !Hold.isSame(stamp, wanted))
                    .filter(stamp -> left.stream().noneMatch(one -> Hold.isSame(one, stamp)))
                    .ifPresent(left::add);
        }
        return left;
    }

    /**
     * Holds a snapshot. One that is held already gets the new reason.
     *
     * @param snapshot which
     * @param reason why; at most {@link Hold#LONGEST_REASON} long
     * @param now when that is
     * @return the hold
     * @throws WorkspaceException when the workspace refuses it or does not answer
     * @throws InterruptedException when this thread was interrupted
     */
    public Hold hold(Stamp snapshot, String reason, Instant now) throws WorkspaceException, InterruptedException {
        Hold hold = new Hold(snapshot, reason, now.truncatedTo(ChronoUnit.SECONDS));
        workspace.put(Hold.name(snapshot), hold.body(true));
        return hold;
    }

    /**
     * Takes a hold off.
     *
     * @param snapshot which snapshot may be published again
     * @return what held it; nothing when nothing did, and then nothing is written
     * @throws WorkspaceException when the workspace refuses it or does not answer
     * @throws InterruptedException when this thread was interrupted
     */
    public Optional<Hold> release(Stamp snapshot) throws WorkspaceException, InterruptedException {
        Optional<Hold> hold = of(snapshot);
        if (hold.isPresent()) {
            workspace.put(Hold.name(snapshot), hold.get().body(false));
        }
        return hold;
    }

    /**
     * A hold as people read it.
     *
     * @param hold the hold
     * @return for example {@code held since 2026-07-01 12:00 UTC: trained on the wrong year}
     */
    public static String spoken(Hold hold) {
        return "held since " + MINUTE.format(hold.since()) + ": "
                + CONTROL.matcher(hold.reason()).replaceAll("?");
    }

    /** Why a snapshot must not be published, and what to do about it. */
    static String problem(String artifact, Hold hold, Place place) {
        return artifact + " is in " + place + " " + spoken(hold)
                + "\n    Publish a version that mends it. Or take the hold off, with the same parameters for the target:"
                + "\n    mvn aml:release-hold -Daml.artifact=" + artifact;
    }
}
