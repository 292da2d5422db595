package io.github.amlmaven.restore;

import io.github.amlmaven.git.DiskPaths;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Quarantine;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Where the files of a snapshot wait until all of it is verified: as finished files and links under numbers, in one folder. */
final class Staging implements Quarantine {
    private final FileActions actions;
    private final Path folder;
    private final boolean links;
    private final Predicate<Manifest.FileEntry> wanted;
    private final Map<TreePath, Integer> numbers = new HashMap<>();

    /**
     * Prepares.
     *
     * @param actions what writes
     * @param folder an empty folder
     * @param manifest the snapshot's
     * @param links whether links become links; otherwise they become files of their text, as git does where a disk has none
     * @param wanted which files are kept
     */
    Staging(FileActions actions, Path folder, Manifest manifest, boolean links, Predicate<Manifest.FileEntry> wanted) {
        this.actions = actions;
        this.folder = folder;
        this.links = links;
        this.wanted = wanted;
        for (int i = 0; i < manifest.files().size(); i++) {
            numbers.put(manifest.files().get(i).path(), i);
        }
    }

    /** Where a file waits. */
    Path place(TreePath path) {
        return folder.resolve(String.valueOf(numbers.get(path)));
    }

    @Override
    public OutputStream take(Manifest.FileEntry file) throws IOException {
        if (!wanted.test(file)) {
            return OutputStream.nullOutputStream();
        }
        Path place = place(file.path());
        if (file.mode() == TreeEntry.Kind.LINK && links) {
            return new LinkStream(actions, place);
        }
        OutputStream out = actions.create(place);
        if (file.mode() == TreeEntry.Kind.EXECUTABLE) {
            actions.allowExecution(place);
        }
        return out;
    }

    /** Becomes a link when its text is complete. */
    static final class LinkStream extends ByteArrayOutputStream {
        private final FileActions actions;
        private final Path link;

        LinkStream(FileActions actions, Path link) {
            this.actions = actions;
            this.link = link;
        }

        @Override
        public void close() throws IOException {
            String text = toString(StandardCharsets.UTF_8);
            Path target = DiskPaths.linkTarget(link, text)
                    .orElseThrow(() -> new IOException("No link to '" + text + "' can be made here."));
            actions.link(link, target);
        }
    }
}
