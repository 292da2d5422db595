package io.github.amlmaven.restore;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder {@code aml-restore} in a git folder, which is there from the first thing that a restore writes to the last. Whoever works in it
 * holds a lock on a file in it, so that what a killed process left is told apart from what another one is doing.
 */
final class JournalFolder implements Closeable {
    private static final String NAME = "aml-restore";
    private static final String LOCK = "lock";

    private final FileActions actions;
    private final Path folder;
    private final FileChannel lock;

    private JournalFolder(FileActions actions, Path folder, FileChannel lock) {
        this.actions = actions;
        this.folder = folder;
        this.lock = lock;
    }

    static boolean isIn(Path gitDir) {
        return Files.exists(gitDir.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes it; there is none. */
    static JournalFolder create(FileActions actions, Path gitDir) throws IOException, RestoreRefusedException {
        Path folder = gitDir.resolve(NAME);
        actions.before();
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new RestoreRefusedException(goingOn(gitDir));
        }
        try {
            return open(actions, gitDir);
        } catch (NoSuchFileException e) {
            throw new RestoreRefusedException(goingOn(gitDir)); // which has taken it for one that was left, and away
        } catch (IOException e) {
            // Nothing is in it yet, and while it is there nobody goes on.
            actions.delete(folder.resolve(LOCK));
            actions.delete(folder);
            throw e;
        }
    }

    /** Makes room for files. */
    void prepare() throws IOException {
        actions.makeFolder(staged());
        actions.makeFolder(displaced());
    }

    /** Takes over the one that is there. */
    static JournalFolder open(FileActions actions, Path gitDir) throws IOException, RestoreRefusedException {
        Path folder = gitDir.resolve(NAME);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = actions.lock(channel);
        } catch (IOException e) {
            throw new IOException(
                    "This disk gives no lock on " + folder.resolve(LOCK) + " (" + e.getMessage()
                            + "), so that two restores"
                            + " could not be kept apart. Restore into a folder with -Daml.directory.",
                    e);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new RestoreRefusedException(goingOn(gitDir));
        }
        return new JournalFolder(actions, folder, channel);
    }

    private static String goingOn(Path gitDir) {
        return "Another restore is going on in " + gitDir + ". Wait for it, or end its process.";
    }

    /** What is to be put in place. */
    Path staged() {
        return folder.resolve("new");
    }

    /** What it takes the place of. */
    Path displaced() {
        return folder.resolve("old");
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private Path mark() {
        return folder.resolve("done");
    }

    /** From now on the working copy may be half done. */
    void begin(Journal journal) throws IOException {
        Path draft = folder.resolve("journal.new");
        actions.delete(draft);
        try (var out = actions.create(draft)) {
            journal.write(out);
        }
        actions.force(draft);
        actions.move(draft, journal());
        actions.forceFolder(folder);
    }

    /** Whether the working copy may be half done. */
    boolean isBegun() {
        return Files.exists(journal()) && !Files.exists(mark());
    }

    Journal journalThatWasBegun() throws IOException {
        try (var in = Files.newInputStream(journal())) {
            return Journal.read(in);
        } catch (EOFException | UTFDataFormatException | IllegalArgumentException e) {
            throw new IOException(
                    journal() + " is damaged, so that nobody can tell what was moved. What was taken away is in "
                            + displaced()
                            + ". Look with `git status`, put back what is missing with `git checkout -- FILE`,"
                            + " and delete " + folder + ".",
                    e);
        }
    }

    /**
     * From now on the working copy is whole, and what it was before is not needed. File systems with a journal of their own keep the order of
     * what is done to names, so that whoever sees this after a loss of power sees every file in its place, too.
     */
    void end() throws IOException {
        actions.create(mark()).close();
        actions.forceFolder(folder);
    }

    /** Removes it, and first the journal: what is gone after that would look as if it had been moved. */
    void remove() throws IOException {
        actions.delete(journal());
        actions.forceFolder(folder);
        clear(staged());
        clear(displaced());
        actions.delete(folder.resolve("journal.new"));
        actions.delete(mark());
        lock.close();
        actions.delete(folder.resolve(LOCK));
        actions.delete(folder);
    }

    private void clear(Path files) throws IOException {
        if (Files.isDirectory(files, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> all = new ArrayList<>();
            try (DirectoryStream<Path> names = Files.newDirectoryStream(files)) {
                names.forEach(all::add);
            }
            for (Path file : all) {
                clear(file);
            }
        }
        actions.delete(files);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
