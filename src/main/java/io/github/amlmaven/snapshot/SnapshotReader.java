package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.ExactJson;
import io.github.amlmaven.tree.FileTree;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A snapshot that is open for reading. It is taken at its word: nothing in it is verified by this. */
public final class SnapshotReader implements Closeable {
    private final Closeable zip;
    private final Manifest manifest;
    private final Entries entries;

    private SnapshotReader(Closeable zip, Manifest manifest, Entries entries) {
        this.zip = zip;
        this.manifest = manifest;
        this.entries = entries;
    }

    /** The entries of a zip. */
    @FunctionalInterface
    private interface Entries {
        /** Opens one; when there is none, that is a {@link FileNotFoundException} with its name. */
        InputStream open(String name) throws IOException;
    }

    /**
     * Opens a snapshot.
     *
     * @param file the zip
     * @return the snapshot, to be closed
     * @throws UnreadableSnapshotException when it is none, or of a newer format
     * @throws IOException when it cannot be read
     */
    public static SnapshotReader open(Path file) throws IOException, UnreadableSnapshotException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new UnreadableSnapshotException("It is no snapshot: " + e.getMessage() + ".", e);
        }
        try (InputStream in = open(zip, SnapshotWriter.MANIFEST)) {
            return new SnapshotReader(zip, Manifest.read(in), entry -> open(zip, entry));
        } catch (FileNotFoundException e) {
            zip.close();
            throw new UnreadableSnapshotException("It is no snapshot: it has no " + e.getMessage() + ".", e);
        } catch (IOException | UnreadableSnapshotException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * Reads on from a snapshot that was verified, out of the file that is open there: whatever the name of it leads to now.
     *
     * @param snapshot the snapshot
     * @return the same snapshot, to be closed in its place
     */
    public static SnapshotReader of(SealedSnapshot snapshot) {
        return new SnapshotReader(snapshot, snapshot.manifest(), snapshot::open);
    }

    /**
     * What it says of itself.
     *
     * @return the manifest
     */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * The repository's files in it.
     *
     * @return a tree that reads until this is closed
     */
    public FileTree source() {
        return new SourceTree(manifest.files(), entry -> entries.open(SnapshotWriter.SOURCE + entry.path()));
    }

    /**
     * A definition with its references into the snapshot.
     *
     * @param asset one of the manifest's
     * @return the entry: {@code kind}, {@code sdk}, {@code source}, {@code definition} and, for an environment, {@code requirements}
     * @throws UnreadableSnapshotException when the entry is missing or no JSON
     * @throws IOException when it cannot be read
     */
    public JsonNode definition(Manifest.AssetEntry asset) throws IOException, UnreadableSnapshotException {
        try (InputStream in = entries.open(asset.file())) {
            return ExactJson.read(in);
        } catch (FileNotFoundException | JsonProcessingException e) {
            throw new UnreadableSnapshotException(
                    "The snapshot's entry " + asset.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
