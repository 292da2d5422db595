package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Holds;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import io.github.amlmaven.workspace.azure.Connection;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a rollback leaves. It does so before the rollback, and not after: a rollback that is stopped half way has nothing left to tell what
 * it left, and a version that is held while it is live does no harm that it does not do anyhow.
 */
final class Holding implements Publishing.Before {
    private static final String PROPERTY = "aml.hold";

    private final String reason;
    private final Holds holds;
    private final boolean dryRun;
    private final Log log;

    private Holding(String reason, Holds holds, boolean dryRun, Log log) {
        this.reason = reason;
        this.holds = holds;
        this.dryRun = dryRun;
        this.log = log;
    }

    /**
     * Reads the parameter.
     *
     * @param reason {@code aml.hold}, if it was given
     * @param session the build
     * @param destination where the rollback is
     * @param connection how to get there
     * @param dryRun whether it only says what it would do
     * @param log where it says so
     * @return what is done before the rollback, which is nothing without the parameter
     * @throws MojoFailureException when that is no reason
     */
    static Publishing.Before of(
            @Nullable String reason,
            MavenSession session,
            Destination destination,
            Connection connection,
            boolean dryRun,
            Log log)
            throws MojoFailureException {
        // Maven makes nothing of an empty property, and "true" of one without a value.
        if (reason == null && !session.getUserProperties().containsKey(PROPERTY)) {
            return plans -> {};
        }
        Holds holds = new Holds(AzureWorkspace.open(destination.place(), connection));
        return new Holding(checked(reason == null ? "" : reason.strip()), holds, dryRun, log);
    }

    private static String checked(String reason) throws MojoFailureException {
        if (reason.isEmpty() || reason.equals("true")) {
            throw new MojoFailureException("Say why: -Daml.hold=\"trained on the wrong year\".");
        } else if (reason.length() > Hold.LONGEST_REASON) {
            throw new MojoFailureException(
                    "aml.hold is " + reason.length() + " characters long, and a tag in Azure has at" + " most "
                            + Hold.LONGEST_REASON + ". Say it in fewer, or say where to read more.");
        } else if (reason.chars().anyMatch(Character::isISOControl)) {
            throw new MojoFailureException(
                    "aml.hold has a line break or another control character in it. Say it in one" + " line.");
        }
        return reason;
    }

    @Override
    public void run(List<Plan> plans) throws MojoExecutionException, MojoFailureException {
        List<Stamp> left = new ArrayList<>();
        for (Plan plan : plans) {
            left.addAll(WorkspaceQuestion.ask(() -> holds.left(plan)));
        }
        if (left.isEmpty()) {
            throw new MojoFailureException(
                    "aml.hold: this points nothing away from another version, so there is none to"
                            + " hold. Nothing was written. Leave aml.hold out; `mvn aml:history -Daml.target=<target>` shows what is"
                            + " live.");
        }
        for (Stamp stamp : left) {
            if (!dryRun) {
                WorkspaceQuestion.ask(() -> holds.hold(stamp, reason, Instant.now()));
            }
            log.info((dryRun ? "Would hold " : "Held ") + stamp.coordinates() + ": " + reason);
        }
    }
}
