package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.publish.Progress;
import io.github.amlmaven.report.ConsolePlan;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * What is said when the process is told to end while something is published (Ctrl-C, SIGTERM): what is written, what is not, and the command that
 * goes on.
 *
 * <p>That takes a shutdown hook: Java tells of a signal in no other way, and Maven ends without a word. A hook of a plugin usually does harm,
 * since it holds on to a build that is over, and a daemon that serves many builds runs all of them when it ends itself. So this one is there only
 * while something is published. It waits for nothing, so that the process ends at once.
 */
final class LastWords implements Progress, AutoCloseable {
    private final Plan plan;
    private final Progress progress;
    private final String again;
    private final Log log;
    private final List<Outcome.Written> written = Collections.synchronizedList(new ArrayList<>());
    private final Thread hook = new Thread(this::say, "aml-last-words");

    private LastWords(Plan plan, Progress progress, String again, Log log) {
        this.plan = plan;
        this.progress = progress;
        this.again = again;
        this.log = log;
    }

    /**
     * Gets ready to say it.
     *
     * @param plan what is being published
     * @param progress hears of it, too
     * @param again the command that goes on
     * @param log where it is said
     * @return the last words, to be closed when publishing is over
     */
    static LastWords ready(Plan plan, Progress progress, String again, Log log) {
        LastWords words = new LastWords(plan, progress, again, log);
        Runtime.getRuntime().addShutdownHook(words.hook);
        return words;
    }

    @Override
    public void wrote(Outcome.Written one) {
        written.add(one);
        progress.wrote(one);
    }

    @Override
    public void uploaded(long bytes) {
        progress.uploaded(bytes);
    }

    /** Says it. */
    void say() {
        List<String> lines = new ArrayList<>();
        List<Outcome.Written> done = List.copyOf(written);
        lines.add("Stopped while " + plan.artifact() + " was published to " + plan.target() + ".");
        lines.addAll(ConsolePlan.left(Outcome.of(plan, done, Optional.empty())));
        String repointed = done.stream()
                .map(Outcome.Written::step)
                .filter(step -> step.action() == Plan.Action.REPOINT)
                .map(step -> step.kind() + " " + step.name())
                .collect(Collectors.joining(", "));
        if (!repointed.isEmpty()) {
            lines.add("Re-pointed, and NOT pointed back: " + repointed + ".");
        }
        lines.add("Azure may still do what it was just asked. Run it again to go on: " + again);
        try {
            lines.forEach(log::error);
        } catch (IllegalStateException e) {
            // Maven 4 closes its terminal in a hook of its own. What is left is where the process itself writes errors.
            PrintStream errors =
                    new PrintStream(new FileOutputStream(FileDescriptor.err), true, Charset.defaultCharset());
            lines.forEach(errors::println);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("The process ends: the last words are being said.");
        }
    }
}
