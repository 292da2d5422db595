package io.github.amlmaven.mojo;

import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.publish.Formers;
import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.report.ConsolePlan;
import io.github.amlmaven.report.PlanJson;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.azure.Azure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Plans and publishes snapshots, and tells what came of it. */
final class Publishing {
    private final Azure azure;
    private final Path folder;
    private final Optional<Path> planFile;
    private final Recording recording;
    private final Log log;

    /**
     * Prepares to publish.
     *
     * @param azure Azure, being reached
     * @param folder where an overlay is that a snapshot does not have
     * @param planFile where the plan is written for programs, if anywhere
     * @param beforeFolder where what was live before is written down, if anywhere
     * @param log hears what is done
     */
    Publishing(Azure azure, Path folder, Optional<Path> planFile, Optional<Path> beforeFolder, Log log) {
        this.azure = azure;
        this.folder = folder;
        this.planFile = planFile;
        this.recording = new Recording(beforeFolder, log);
        this.log = log;
    }

    /**
     * Finds out what would be done, and shows it.
     *
     * @param departures the snapshots
     * @param submit whether their pipelines run once, besides being published
     * @return a plan for each
     * @throws MojoFailureException when one must not be run
     * @throws MojoExecutionException when a destination does not answer
     */
    List<Plan> plan(List<Departure> departures, boolean submit) throws MojoExecutionException, MojoFailureException {
        try (Deployments deployments = open(departures, submit)) {
            return plan(deployments);
        }
    }

    private List<Plan> plan(Deployments deployments) throws MojoExecutionException, MojoFailureException {
        List<Plan> plans = new ArrayList<>();
        for (Deployment deployment : deployments.all()) {
            Plan plan = deployment.plan();
            ConsolePlan.lines(plan).forEach(log::info);
            plans.add(plan);
        }
        write(plans);
        Refusals.check(plans);
        return plans;
    }

    /** What is done between the plans and the first write. */
    @FunctionalInterface
    interface Before {
        /** Is told the plans, which may be run. When it throws, none is. */
        void run(List<Plan> plans) throws MojoExecutionException, MojoFailureException;
    }

    /**
     * Publishes, and does nothing before.
     *
     * @param departures the snapshots
     * @param submit whether their pipelines run once, besides being published
     * @throws MojoFailureException when a plan must not be run, or the service refuses something
     * @throws MojoExecutionException when the service does not answer; the message says what is written and how to go on
     */
    void publish(List<Departure> departures, boolean submit) throws MojoExecutionException, MojoFailureException {
        publish(departures, submit, plans -> {});
    }

    /**
     * Publishes. All plans come first: when one must not be run, none is.
     *
     * @param departures the snapshots
     * @param submit whether their pipelines run once, besides being published
     * @param before what is done before the first is written
     * @throws MojoFailureException when a plan must not be run, or the service refuses something
     * @throws MojoExecutionException when the service does not answer; the message says what is written and how to go on
     */
    void publish(List<Departure> departures, boolean submit, Before before)
            throws MojoExecutionException, MojoFailureException {
        try (Deployments deployments = open(departures, submit)) {
            List<Plan> plans = plan(deployments);
            before.run(plans);
            for (int i = 0; i < departures.size(); i++) {
                Deployment deployment = deployments.all().get(i);
                // What an earlier one wrote, a later one uses.
                Plan plan = i == 0 ? plans.get(0) : deployment.plan();
                Refusals.check(List.of(plan));
                if (!plan.isDone()) {
                    log.info("Publishing " + departures.get(i).name() + " to " + plan.target() + ":");
                    run(deployment, plan, departures.get(i));
                }
            }
        }
    }

    private void run(Deployment deployment, Plan plan, Departure departure)
            throws MojoExecutionException, MojoFailureException {
        Formers formers = deployment.formers(plan);
        recording.write(plan, formers.all(), Instant.now());
        Outcome outcome;
        try (LastWords words = LastWords.ready(plan, new LoggedPublishing(log), departure.again(), log)) {
            outcome = deployment.run(plan, formers, words);
        }
        told(outcome, departure);
        departure.back().lines(plan, formers.all()).forEach(log::info);
    }

    private Deployments open(List<Departure> departures, boolean submit)
            throws MojoExecutionException, MojoFailureException {
        return Deployments.open(departures, azure, submit, folder);
    }

    private void write(List<Plan> plans) throws MojoExecutionException {
        if (planFile.isEmpty()) {
            return;
        }
        try {
            PlanJson.write(plans, planFile.get());
        } catch (IOException e) {
            throw new MojoExecutionException("Writing " + planFile.get() + " failed: " + DiskTrouble.words(e), e);
        }
    }

    private void told(Outcome outcome, Departure departure) throws MojoExecutionException, MojoFailureException {
        if (outcome.failure().isEmpty()) {
            log.info("Published " + departure.name() + ": " + outcome.written().size() + " written.");
            return;
        }
        Exception failure = outcome.failure().get();
        String message = words(failure) + "\n\n"
                + String.join("\n", ConsolePlan.left(outcome))
                + "\n\nRun it again to go on: what was written is not written again.\n  " + departure.again() + "\n";
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof WorkspaceException refused && refused.reason() != Reason.UNAVAILABLE) {
            throw new MojoFailureException(message, failure);
        }
        throw new MojoExecutionException(message, failure);
    }

    private static String words(Exception failure) {
        if (failure instanceof InterruptedException) {
            return "Interrupted.";
        } else if (failure instanceof IOException trouble) {
            return "Reading the snapshot failed: " + DiskTrouble.words(trouble);
        } else if (failure instanceof WorkspaceException) {
            return String.valueOf(failure.getMessage());
        }
        return "Publishing ended by something that nobody foresaw: " + failure + ". `mvn -e` shows where.";
    }
}
