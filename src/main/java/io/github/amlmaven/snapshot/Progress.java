package io.github.amlmaven.snapshot;

/** Hears how far a write is that takes more than two seconds. */
@FunctionalInterface
public interface Progress {

    /**
     * Says how far it is. Called every two seconds by the thread that writes.
     *
     * @param files how many files are done
     * @param total how many there are
     * @param bytes how many bytes the done ones have
     */
    void report(int files, int total, long bytes);
}
