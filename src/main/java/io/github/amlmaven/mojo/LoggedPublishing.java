package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.publish.Progress;
import org.apache.maven.plugin.logging.Log;

/** Says on the console what is published, as it happens: whoever ends the build has seen how far it came. */
final class LoggedPublishing implements Progress {
    private static final double KILOBYTE = 1e3;
    private static final double MEGABYTE = 1e6;

    private final Log log;

    LoggedPublishing(Log log) {
        this.log = log;
    }

    @Override
    public void wrote(Outcome.Written written) {
        String verb = written.step().action() == Action.REPOINT ? "re-pointed " : "created ";
        log.info("  " + verb + written.step().kind() + " " + written.step().name());
    }

    @Override
    public void uploaded(long bytes) {
        log.info(
                bytes < MEGABYTE
                        ? String.format("  uploaded %.1f kB", bytes / KILOBYTE)
                        : String.format("  uploaded %.1f MB", bytes / MEGABYTE));
    }
}
