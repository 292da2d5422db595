package io.github.amlmaven.publish;

/** Hears what is being published. Called by several threads. */
public interface Progress {

    /**
     * Says that something has been written.
     *
     * @param written what
     */
    void wrote(Outcome.Written written);

    /**
     * Says how much has been uploaded, every two seconds while it grows.
     *
     * @param bytes since the beginning
     */
    void uploaded(long bytes);
}
