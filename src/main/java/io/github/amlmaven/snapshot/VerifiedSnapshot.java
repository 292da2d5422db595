package io.github.amlmaven.snapshot;

/**
 * A snapshot of which every byte is verified. There is no other way to get one than {@link SealedSnapshot#unseal}, so whoever takes one cannot
 * be handed anything else.
 *
 * @param <Q> what its files were put into
 */
public final class VerifiedSnapshot<Q extends Quarantine> {
    private final Manifest manifest;
    private final Q contents;

    VerifiedSnapshot(Manifest manifest, Q contents) {
        this.manifest = manifest;
        this.contents = contents;
    }

    /**
     * What it holds.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Its files.
     *
     * @return what they were put into while they were verified
     */
    public Q contents() {
        return contents;
    }
}
