package io.github.amlmaven.snapshot;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far several threads are with many files. */
final class Tally {
    private final int total;
    private final Progress progress;
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Tally(int total, Progress progress) {
        this.total = total;
        this.progress = progress;
    }

    /** One more file is done. */
    void add(long size) {
        files.incrementAndGet();
        bytes.addAndGet(size);
    }

    /** Says it. */
    void report() {
        progress.report(files.get(), total, bytes.get());
    }
}
