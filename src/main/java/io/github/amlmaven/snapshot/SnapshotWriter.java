package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes snapshots: {@code NAME-aml.zip} and its manifest {@code NAME-aml.json}, or {@code NAME-aml-unpublishable.zip} and {@code .json} when
 * there are findings. Each file appears when it is complete, and what an earlier run left is gone from the beginning.
 */
public final class SnapshotWriter {
    static final String MANIFEST = "snapshot.json";
    static final String SOURCE = "source/";

    private static final String PUBLISHABLE = "-aml";
    private static final String UNPUBLISHABLE = "-aml-unpublishable";
    private static final int LONGEST_NAME = 0xFFFF;

    /** No path of so many characters is too long in UTF-8. */
    private static final int SHORT_NAME = LONGEST_NAME / 4;

    private final SnapshotRequest request;
    private final SortedMap<String, Entry> entries = new TreeMap<>(CodePointOrder.INSTANCE);

    private SnapshotWriter(SnapshotRequest request) {
        this.request = request;
    }

    private record Entry(TreeEntry.Kind kind, Deflated content) {}

    /**
     * Writes a snapshot.
     *
     * @param request what it is made of
     * @param folder where to; made when it is not there
     * @param name what both files are called, without any ending
     * @param progress hears how far it is when it takes long
     * @return the snapshot
     * @throws UncapturableFileException when a file has a name that no zip can hold
     * @throws IOException when the tree cannot be read, or the folder not be written to; nothing unfinished is left
     */
    public static Snapshot write(SnapshotRequest request, Path folder, String name, Progress progress)
            throws IOException, UncapturableFileException {
        checkNames(request);
        Files.createDirectories(folder);
        clear(folder, name);
        String verdict = request.findings().isEmpty() ? PUBLISHABLE : UNPUBLISHABLE;
        return new SnapshotWriter(request).write(folder, name + verdict, progress);
    }

    /**
     * Removes what an earlier run left, so that nobody takes it for the result of this one.
     *
     * @param folder where it is
     * @param name what both files are called, without any ending
     * @throws IOException when a file cannot be removed
     */
    public static void clear(Path folder, String name) throws IOException {
        for (Path file : files(folder, name)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * The files of which a run writes two.
     *
     * @param folder where they are
     * @param name what their names begin with
     * @return the zip and the manifest of a snapshot that may be published, and of one that may not
     */
    public static List<Path> files(Path folder, String name) {
        return Stream.of(PUBLISHABLE, UNPUBLISHABLE)
                .flatMap(verdict -> Stream.of(name + verdict + ".zip", name + verdict + ".json"))
                .map(folder::resolve)
                .toList();
    }

    private static void checkNames(SnapshotRequest request) throws IOException, UncapturableFileException {
        EntryPaths paths = new EntryPaths();
        Map<TreePath, TreeEntry> files = request.graph().files();
        LinkTargets links = new LinkTargets(path -> {
            TreeEntry entry = files.get(path);
            return entry == null || entry.isFile()
                    ? Optional.empty()
                    : Optional.of(request.tree().target(entry));
        });
        for (TreeEntry file : files.values()) {
            String path = file.path().value();
            Optional<String> unsafe = EntryPaths.unsafe(path);
            if (unsafe.isPresent()) {
                throw new UncapturableFileException(file.path(), "it " + unsafe.get());
            }
            Optional<String> other = paths.collision(path);
            if (other.isPresent()) {
                throw new UncapturableFileException(
                        file.path(), "it and '" + other.get() + "' cannot both be on a disk of Windows or macOS.");
            }
            if (!isUtf8(path)) {
                throw new UncapturableFileException(file.path(), "its name is not UTF-8.");
            }
            if (!file.isFile() && !isUtf8(request.tree().target(file))) {
                throw new UncapturableFileException(file.path(), "this link leads to a name that is not UTF-8.");
            }
            Optional<String> lead = file.isFile() ? Optional.empty() : links.unsafe(file.path());
            if (lead.isPresent()) {
                throw new UncapturableFileException(file.path(), lead.get());
            }
            if (path.length() > SHORT_NAME
                    && SOURCE.length() + path.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new UncapturableFileException(file.path(), "its path is longer than a zip can hold.");
            }
        }
    }

    /** What cannot be said in UTF-8 is half of a pair. */
    private static boolean isUtf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return StandardCharsets.UTF_8.newEncoder().canEncode(text);
            }
        }
        return true;
    }

    private Snapshot write(Path folder, String name, Progress progress) throws IOException {
        Path zip = folder.resolve(name + ".zip");
        Path json = folder.resolve(name + ".json");
        try (Packer packer = new Packer(request.tree(), folder, progress);
                Deflation made = new Deflation(folder);
                PendingFile zipFile = PendingFile.create(zip);
                PendingFile jsonFile = PendingFile.create(json)) {
            Packer.Packed packed = packer.pack(
                    request.graph().files().values(), request.graph().code());
            packed.files()
                    .forEach((path, file) ->
                            entries.put(SOURCE + path, new Entry(file.entry().kind(), file.content())));
            Map<AssetId, String> names = EntryNames.of(request.graph().assets().keySet());
            addDefinitions(names, made);
            Manifest manifest = Manifests.of(request, packed, names);
            addManifest(manifest, jsonFile, made);
            made.flush();
            writeZip(zipFile);
            zipFile.finish();
            jsonFile.finish();
            return new Snapshot(zip, json, manifest);
        }
    }

    private void addDefinitions(Map<AssetId, String> names, Deflation made) throws IOException {
        for (Map.Entry<AssetId, String> name : names.entrySet()) {
            Asset asset = Objects.requireNonNull(request.graph().assets().get(name.getKey()));
            EnvironmentSpec environment = request.graph().environments().get(asset.id());
            byte[] content = ResolvedDefinition.of(asset, Optional.ofNullable(environment));
            entries.put(name.getValue(), new Entry(TreeEntry.Kind.FILE, made.add(new ByteArrayInputStream(content))));
        }
    }

    private void addManifest(Manifest manifest, PendingFile file, Deflation made) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel()));
        manifest.write(out);
        out.flush();
        if (file.channel().size() > ManifestJson.LONGEST) {
            throw new IOException("This is too much for one snapshot: its manifest would have "
                    + file.channel().size() + " bytes, and nobody would read more than " + ManifestJson.LONGEST
                    + ". Leave files out of the code with an .amlignore.");
        }
        try (InputStream in = file.open()) {
            entries.put(MANIFEST, new Entry(TreeEntry.Kind.FILE, made.add(in)));
        }
    }

    private void writeZip(PendingFile file) throws IOException {
        ZipWriter zip = new ZipWriter(file.channel(), request.git().committedAt());
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            zip.add(entry.getKey(), entry.getValue().kind(), entry.getValue().content());
        }
        zip.finish();
    }
}
