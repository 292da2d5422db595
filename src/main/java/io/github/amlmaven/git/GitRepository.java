package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A git repository with a working copy and at least one commit. Linked working copies, shallow clones, alternates, {@code .git} files and a
 * {@code GIT_DIR} that a hook sets all work as they do for git.
 *
 * <p>A partial clone is opened; only when an object is needed that it does not have, reading fails with {@link ObjectMissingException}.
 *
 * <p>Reading only: nothing is written, and no filter, hook or other command that is configured is ever run.
 */
public final class GitRepository implements AutoCloseable {
    private final Layout layout;
    private final ObjectStore store;
    private final Submodules submodules;
    private final Commit head;
    private final Checkout checkout;
    private final ExecutorService threads = new ForkJoinPool();

    private GitRepository(Submodules submodules, Commit head, Checkout checkout) {
        this.layout = checkout.layout();
        this.store = checkout.store();
        this.submodules = submodules;
        this.head = head;
        this.checkout = checkout;
    }

    /** Loads JGit, whose jar is signed, so that its signature is checked. Need not be called, and does it once. */
    public static void prepare() {
        JGitRealm.quieten();
    }

    /**
     * Opens the repository that holds a folder.
     *
     * @param start a folder inside of the working copy
     * @param environment the environment of the process, such as {@code HOME}, {@code GIT_DIR} or {@code SUDO_UID}
     * @return the repository, to be closed
     * @throws UnusableRepositoryException when there is none, or one that nothing can be captured from
     * @throws IOException when it cannot be read
     */
    public static GitRepository open(Path start, Map<String, String> environment)
            throws UnusableRepositoryException, IOException {
        Layout found = new RepositoryFinder(environment).find(start);
        ConfigReader reader = new ConfigReader(environment, found.gitDir());
        Optional<Ownership> ownership = Ownership.ofCurrentUser(found.gitDir());
        if (ownership.isPresent()) {
            ownership.get().check(found, reader.outside(), environment);
        }
        GitConfig own = reader.only(found.commonDir().resolve("config"));
        RepositoryFormat.check(found.gitDir(), own);
        GitConfig config = reader.whole(found);
        Layout layout = found.isLinked() ? found : placed(found, config, environment);
        if (!start.toRealPath().startsWith(layout.workTree())) {
            throw elsewhere(start, layout);
        }
        IndexFile index = new IndexFile(layout.index());
        index.read();
        ObjectStore store = ObjectStore.open(layout.gitDir(), layout.commonDir(), Optional.of(layout.workTree()), own);
        try {
            Submodules submodules = new Submodules();
            Commit head = new Commit(store, submodules, config, headOf(layout, store));
            ObjectId tree = ObjectId.fromString(head.tree());
            return new GitRepository(submodules, head, new Checkout(layout, index, config, environment, store, tree));
        } catch (UnusableRepositoryException | IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Where the git folder of a working copy is, whatever else is wrong with the repository.
     *
     * @param start a folder
     * @param environment the environment of the process
     * @return the git folder, or nothing when the folder is in no working copy
     * @throws IOException when it cannot be read
     */
    public static Optional<Path> gitDir(Path start, Map<String, String> environment) throws IOException {
        try {
            return Optional.of(new RepositoryFinder(environment).find(start).gitDir());
        } catch (UnusableRepositoryException e) {
            return Optional.empty();
        }
    }

    /**
     * Where the top of a working copy is, whatever is wrong with the repository.
     *
     * @param start a folder
     * @param environment the environment of the process
     * @return the folder from which git counts paths, or nothing when the folder is in no working copy
     * @throws IOException when it cannot be read
     */
    public static Optional<Path> top(Path start, Map<String, String> environment) throws IOException {
        try {
            return Optional.of(new RepositoryFinder(environment).find(start).workTree());
        } catch (UnusableRepositoryException e) {
            return Optional.empty();
        }
    }

    /** A linked working copy shares the configuration and is neither bare nor elsewhere, whatever that says. */
    private static Layout placed(Layout found, GitConfig config, Map<String, String> environment)
            throws UnusableRepositoryException, IOException {
        Optional<Path> elsewhere = config.path("core.worktree");
        if (elsewhere.isPresent() && !environment.containsKey("GIT_WORK_TREE")) {
            return found.withWorkTree(found.gitDir().resolve(elsewhere.get()).toRealPath());
        }
        if (config.flag("core.bare", false) && !environment.containsKey("GIT_WORK_TREE")) {
            throw RepositoryFinder.bare(found.gitDir());
        }
        return found;
    }

    private static UnusableRepositoryException elsewhere(Path start, Layout layout) {
        return new UnusableRepositoryException(
                Reason.NO_REPOSITORY,
                "The working copy of " + layout.gitDir() + " is " + layout.workTree() + ", which does not hold " + start
                        + ". "
                        + (layout.asked()
                                ? "Unset GIT_DIR and GIT_WORK_TREE to use the repository that does."
                                : "Run `git config --unset core.worktree` when that is not meant."));
    }

    private static ObjectId headOf(Layout layout, ObjectStore store) throws UnusableRepositoryException, IOException {
        ObjectId id = store.repository().resolve(Constants.HEAD);
        if (id == null) {
            throw new UnusableRepositoryException(
                    Reason.NO_COMMIT,
                    "The repository " + layout.workTree()
                            + " has no commit yet. Commit the project: `git add --all && git commit`.");
        }
        return id;
    }

    /**
     * The commit that was checked out when this repository was opened.
     *
     * @return the commit, which reads until this repository is closed
     */
    public Commit head() {
        return head;
    }

    /**
     * Any commit that this clone has.
     *
     * @param id its object id, 40 lower-case hex digits
     * @return the commit, which reads until this repository is closed; nothing when it is not here
     * @throws IOException when it cannot be read
     */
    public Optional<Commit> commit(String id) throws IOException {
        ObjectId object = ObjectId.fromString(id);
        return store.hasCommit(object)
                ? Optional.of(new Commit(store, submodules, checkout.config(), object))
                : Optional.empty();
    }

    /**
     * Whether {@link #head()} is on a branch of a remote, as far as this clone knows: at its last fetch or push.
     *
     * @return false when nobody else can have the commit yet
     * @throws IOException when a commit cannot be read
     */
    public boolean isPushed() throws IOException {
        List<Ref> branches = store.repository().getRefDatabase().getRefsByPrefix(Constants.R_REMOTES);
        try (RevWalk walk = new RevWalk(store.repository())) {
            return walk.isMergedIntoAny(walk.parseCommit(ObjectId.fromString(head.id())), branches);
        }
    }

    /**
     * Looks at the working copy, to compare it with {@link #head()}: when another commit is checked out in the meantime, all that it changes
     * shows as staged. The look begins now and ends, finished or not, when this repository is closed.
     *
     * @return another look at every call
     * @throws UnusableRepositoryException when the index cannot be understood
     * @throws IOException when the index or a list of attributes or of what is ignored cannot be read
     */
    public WorkingTree workingTree() throws UnusableRepositoryException, IOException {
        return WorkingTree.lookAt(checkout, threads);
    }

    /**
     * Whether links are links in the working copy; where a disk has none, git keeps them as files of their text.
     *
     * @return git's {@code core.symlinks}
     */
    public boolean hasLinks() {
        return checkout.config().flag("core.symlinks", true);
    }

    /**
     * Prepares a branch with one commit that follows {@link #head()}.
     *
     * @param name the name of the branch, such as {@code back-to-1.4.0}
     * @param environment the environment of the process, which may say who commits
     * @return what makes it, to be closed before this repository
     * @throws UnusableRepositoryException when there is such a branch already, or nobody to commit
     * @throws IOException when the repository cannot be read
     */
    public BranchWriter branch(String name, Map<String, String> environment)
            throws UnusableRepositoryException, IOException {
        return BranchWriter.open(store, checkout.config(), environment, head, name);
    }

    /**
     * The top of the working copy.
     *
     * @return an absolute path without links
     */
    public Path workTree() {
        return layout.workTree();
    }

    /**
     * The git folder of this working copy; {@code .git} but for linked working copies and submodules.
     *
     * @return an absolute path
     */
    public Path gitDir() {
        return layout.gitDir();
    }

    /**
     * A path on disk as a path in the repository. Links are followed only as far as it takes to get into the working copy, so that a link in
     * the repository is itself.
     *
     * @param path a path on disk, which need not exist
     * @return the path from the top of the working copy
     * @throws OutsideTreeException when it is not in the working copy
     * @throws IOException when a folder on the way cannot be read
     */
    public TreePath relativize(Path path) throws OutsideTreeException, IOException {
        Path absolute = path.toAbsolutePath().normalize();
        List<Path> readings = List.of(absolute, withRealParent(absolute), real(absolute));
        for (Path reading : readings) {
            if (reading.startsWith(workTree())) {
                return TreePath.of(new DiskPaths(workTree()).textOf(workTree().relativize(reading)));
            }
        }
        throw new OutsideTreeException(path.toString());
    }

    private static Path withRealParent(Path path) throws IOException {
        Path parent = path.getParent();
        return parent == null ? path : real(parent).resolve(path.getFileName());
    }

    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : withRealParent(path);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        submodules.close();
        store.close();
    }
}
