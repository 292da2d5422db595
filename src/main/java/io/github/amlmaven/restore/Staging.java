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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the files of a snapshot wait until all of it is verified: as finished files and links, in one folder. */
final class Staging implements Quarantine {
    private final FileActions actions;
    private final PlaceMaker maker;
    private final Map<TreePath, TreePath> places;
    private final boolean links;

    /**
     * Prepares.
     *
     * @param actions what writes
     * @param folder an empty folder
     * @param places where in it each file that is kept waits
     * @param links whether links become links; otherwise they become files of their text, as git does where a disk has none
     */
    Staging(FileActions actions, Path folder, Map<TreePath, TreePath> places, boolean links) {
        this.actions = actions;
        this.maker = new PlaceMaker(actions, folder);
        this.places = Map.copyOf(places);
        this.links = links;
    }

    /** Where a file waits that is kept. */
    Path place(TreePath path) throws IOException {
        return maker.find(Objects.requireNonNull(places.get(path)));
    }

    @Override
    public OutputStream take(Manifest.FileEntry file) throws IOException {
        @Nullable TreePath waits = places.get(file.path());
        if (waits == null) {
            return OutputStream.nullOutputStream();
        }
        Path place = maker.make(waits);
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
