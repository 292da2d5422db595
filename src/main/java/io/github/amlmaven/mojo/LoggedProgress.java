package io.github.amlmaven.mojo;

import io.github.amlmaven.snapshot.Progress;
import org.apache.maven.plugin.logging.Log;

/** Shows on the console how far a snapshot is. */
final class LoggedProgress implements Progress {
    private static final long MEGABYTE = 1_000_000;

    private final Log log;

    LoggedProgress(Log log) {
        this.log = log;
    }

    @Override
    public void report(int files, int total, long bytes) {
        log.info("Capturing: " + files + " of " + total + " files, " + bytes / MEGABYTE + " MB");
    }
}
