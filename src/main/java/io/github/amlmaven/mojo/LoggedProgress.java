package io.github.amlmaven.mojo;

import io.github.amlmaven.snapshot.Progress;
import org.apache.maven.plugin.logging.Log;

/** Shows on the console how far a snapshot is. */
final class LoggedProgress implements Progress {
    private static final long MEGABYTE = 1_000_000;

    private final Log log;
    private final String what;

    /**
     * Prepares.
     *
     * @param log where it is shown
     * @param what is being done, one word
     */
    LoggedProgress(Log log, String what) {
        this.log = log;
        this.what = what;
    }

    @Override
    public void report(int files, int total, long bytes) {
        log.info(what + ": " + files + " of " + total + " files, " + bytes / MEGABYTE + " MB");
    }
}
