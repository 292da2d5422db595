package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.report.ConsolePlan;
import io.github.amlmaven.snapshot.Manifest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.plugin.MojoFailureException;

/** What must not be published, as one message with every reason. */
final class Refusals {
    private Refusals() {}

    /**
     * Refuses plans that must not be run.
     *
     * @param plans the plans
     * @throws MojoFailureException when one has problems
     */
    static void check(List<Plan> plans) throws MojoFailureException {
        String problems = plans.stream()
                .flatMap(plan -> ConsolePlan.problems(plan).stream())
                .distinct()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new MojoFailureException("Nothing is published, and nothing was written:\n\n" + problems + "\n");
        }
    }

    /**
     * Refuses to publish from a build of which something failed.
     *
     * @param build what came of it so far
     * @throws MojoFailureException when a module failed
     */
    static void check(MavenExecutionResult build) throws MojoFailureException {
        if (build.hasExceptions()) {
            throw new MojoFailureException(
                    "Nothing is published, and nothing was written: another module of this build failed.");
        }
    }

    /**
     * Refuses a snapshot by what it says of itself.
     *
     * @param name which, for people
     * @param manifest what it says
     * @param today the day on which exemptions have to count
     * @throws MojoFailureException when it must not be published
     */
    static void check(String name, Manifest manifest, LocalDate today) throws MojoFailureException {
        if (!manifest.publishable()) {
            String findings = manifest.findings().stream()
                    .map(one -> "  " + one.path() + ":" + one.line() + ":" + one.column() + "  " + one.rule() + "  "
                            + one.message() + " " + one.fix())
                    .collect(Collectors.joining("\n"));
            throw new MojoFailureException("The snapshot " + name + " must not be published:\n\n" + findings + "\n");
        }
        String expired = manifest.exemptions().stream()
                .filter(exemption -> exemption.expires().isBefore(today))
                .map(one -> "  " + one.path() + "  " + one.rule() + "  was exempt until " + one.expires() + " ("
                        + one.owner() + ": " + one.reason() + ")")
                .collect(Collectors.joining("\n"));
        if (!expired.isEmpty()) {
            throw new MojoFailureException("Exemptions of the snapshot " + name + " have expired:\n\n" + expired
                    + "\n\nMend what they excuse, or renew them, and make a new snapshot.\n");
        }
    }

    /**
     * Refuses a snapshot of a project that is not released.
     *
     * @param name which, for people
     * @param manifest what it says of itself
     * @throws MojoFailureException when the version of its project is a SNAPSHOT
     */
    static void checkRelease(String name, Manifest manifest) throws MojoFailureException {
        String version = manifest.project().version();
        if (ArtifactUtils.isSnapshot(version)) {
            throw new MojoFailureException(
                    "The snapshot " + name + " is of version " + version
                            + ", which is no release, and aml.requireRelease asks for one. `mvn aml:history` lists the versions.");
        }
    }
}
