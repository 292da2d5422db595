package io.github.amlmaven.restore;

import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.Quarantine;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.Verification;
import io.github.amlmaven.snapshot.VerifiedSnapshot;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Restores a snapshot into a folder of its own, which is new or empty; no git is needed. The files are written and verified in a hidden sibling,
 * which gets the name of the folder in one step when all of it is sound. What a killed restore left of such a sibling the next one takes away.
 */
public final class FolderRestore {
    private FolderRestore() {}

    /**
     * Restores.
     *
     * @param snapshot the snapshot
     * @param folder where to
     * @param progress hears how far it is when it takes long
     * @return what is wrong with the snapshot, and then there is no folder; empty when it is restored
     * @throws RestoreRefusedException when something is in the folder
     * @throws IOException when something cannot be read or written
     */
    public static List<Flaw> run(SealedSnapshot snapshot, Path folder, Progress progress)
            throws RestoreRefusedException, IOException {
        return run(FileActions.DISK, snapshot, folder, progress);
    }

    static List<Flaw> run(FileActions actions, SealedSnapshot snapshot, Path folder, Progress progress)
            throws RestoreRefusedException, IOException {
        Path target = folder.toAbsolutePath().normalize();
        refuseContent(target);
        Path parent = target.getParent();
        if (parent == null) {
            throw new RestoreRefusedException(target + " is no folder of its own. Name a new or an empty one.");
        }
        Files.createDirectories(parent);
        String name = target.getFileName().toString();
        PartFolder.deleteLeft(actions, parent, name);
        try (PartFolder part = PartFolder.create(actions, parent, name)) {
            Verification<VerifiedSnapshot<Tree>> verification =
                    snapshot.unseal(new Tree(actions, part.folder()), progress);
            if (verification instanceof Verification.Sound<VerifiedSnapshot<Tree>> sound) {
                refuseContent(target);
                actions.move(sound.value().contents().folder, target);
                return List.of();
            }
            return ((Verification.Refused<VerifiedSnapshot<Tree>>) verification).flaws();
        }
    }

    /**
     * Finds out whether a folder can be restored into. Nothing is written.
     *
     * @param folder the folder
     * @throws RestoreRefusedException when something is in it
     * @throws IOException when it cannot be read
     */
    public static void refuseContent(Path folder) throws RestoreRefusedException, IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new RestoreRefusedException(folder + " is no folder. Name a new or an empty one.");
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            if (children.iterator().hasNext()) {
                throw new RestoreRefusedException(folder + " is not empty. Name a new or an empty folder.");
            }
        }
    }

    /** The files at their paths. No file of a snapshot lies below a link of it, so that none is written through one. */
    private static final class Tree implements Quarantine {
        private final FileActions actions;
        private final Path folder;
        private final PlaceMaker maker;

        Tree(FileActions actions, Path folder) {
            this.actions = actions;
            this.folder = folder;
            this.maker = new PlaceMaker(actions, folder);
        }

        @Override
        public OutputStream take(Manifest.FileEntry file) throws IOException {
            Path place = maker.make(file.path());
            if (file.mode() == TreeEntry.Kind.LINK) {
                return new Staging.LinkStream(actions, place);
            }
            OutputStream out = actions.create(place);
            if (file.mode() == TreeEntry.Kind.EXECUTABLE) {
                actions.allowExecution(place);
            }
            return out;
        }
    }
}
