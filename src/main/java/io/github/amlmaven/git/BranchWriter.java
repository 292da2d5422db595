package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Makes one commit on one new branch: the only way in which anything is written into a repository. Objects that nothing refers to do no harm, so
 * whatever ends this in the middle leaves the repository as it was; the branch appears in one step. No hook is run and nothing is signed.
 */
public final class BranchWriter implements AutoCloseable {
    private final ObjectStore store;
    private final LfsStore lfs;
    private final Commit parent;
    private final NewBranch branch;
    private final PersonIdent author;
    private final PersonIdent committer;
    private final ObjectInserter inserter;
    private final Map<TreePath, PathEdit> edits = new HashMap<>();

    private BranchWriter(
            ObjectStore store,
            LfsStore lfs,
            Commit parent,
            NewBranch branch,
            PersonIdent author,
            PersonIdent committer) {
        this.store = store;
        this.lfs = lfs;
        this.parent = parent;
        this.branch = branch;
        this.author = author;
        this.committer = committer;
        this.inserter = store.repository().newObjectInserter();
    }

    /** Prepares a branch that begins with a commit; see {@link GitRepository#branch}. */
    static BranchWriter open(
            ObjectStore store, GitConfig config, Map<String, String> environment, Commit parent, String name)
            throws UnusableRepositoryException, IOException {
        NewBranch branch = NewBranch.of(store.repository(), store.commonDir(), name);
        // What the branch will refer to must be on the disk before it does.
        store.repository().getConfig().setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncobjectfiles", true);
        store.repository().getConfig().setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncreffiles", true);
        Instant now = Instant.now();
        return new BranchWriter(
                store,
                new LfsStore(store.commonDir(), config),
                parent,
                branch,
                person("author", config, environment, now),
                person("committer", config, environment, now));
    }

    /** As git finds out who somebody is (git-commit(1), "Commit information"), but for guessing from the name of the machine. */
    private static PersonIdent person(String role, GitConfig config, Map<String, String> environment, Instant when)
            throws UnusableRepositoryException {
        String variable = "GIT_" + role.toUpperCase(Locale.ROOT) + "_";
        Optional<String> name = Optional.ofNullable(environment.get(variable + "NAME"))
                .or(() -> config.text(role + ".name"))
                .or(() -> config.text("user.name"));
        Optional<String> email = Optional.ofNullable(environment.get(variable + "EMAIL"))
                .or(() -> config.text(role + ".email"))
                .or(() -> config.text("user.email"))
                .or(() -> Optional.ofNullable(environment.get("EMAIL")));
        if (name.filter(text -> !text.isBlank()).isEmpty() || email.isEmpty()) {
            throw new UnusableRepositoryException(
                    Reason.NO_IDENTITY,
                    "A commit needs a name and an address, and git knows none. Run `git config user.name \"Your Name\"` and"
                            + " `git config user.email you@example.com`.");
        }
        return new PersonIdent(name.get(), email.get(), when, ZoneId.systemDefault());
    }

    /**
     * Whether everything that a file needs is here already.
     *
     * @param blob the id of its git object
     * @param sha256 the SHA-256 of its content
     * @param size how many bytes that has
     * @param pointer whether the object is a pointer of Git LFS
     * @return false when it has to be added
     * @throws IOException when the repository cannot be read
     */
    public boolean has(String blob, String sha256, long size, boolean pointer) throws IOException {
        return store.has(ObjectId.fromString(blob))
                && (!pointer || lfs.find(new LfsPointer(sha256, size)).isPresent());
    }

    /**
     * Adds a file's objects.
     *
     * @param content a file that has its content
     * @param blob the id that its git object must have
     * @param sha256 the SHA-256 of the content
     * @param size how many bytes that has
     * @param pointer whether the object is a pointer of Git LFS
     * @throws IOException when it cannot be written, or its object has another id
     */
    public void add(Path content, String blob, String sha256, long size, boolean pointer) throws IOException {
        ObjectId made;
        if (pointer) {
            lfs.add(content, new LfsPointer(sha256, size));
            if (store.has(ObjectId.fromString(blob))) {
                return;
            }
            byte[] text = ("version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256 + "\nsize " + size + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
            made = inserter.insert(Constants.OBJ_BLOB, text);
        } else {
            try (InputStream in = Files.newInputStream(content)) {
                made = inserter.insert(Constants.OBJ_BLOB, size, in);
            }
        }
        if (!made.name().equals(blob)) {
            throw new IOException("The object of " + content + " is " + made.name() + " and not " + blob + ".");
        }
    }

    /**
     * Puts a file into the tree of the commit.
     *
     * @param path where
     * @param kind a file, an executable or a link
     * @param blob the id of its object
     */
    public void put(TreePath path, TreeEntry.Kind kind, String blob) {
        FileMode mode =
                switch (kind) {
                    case LINK -> FileMode.SYMLINK;
                    case EXECUTABLE -> FileMode.EXECUTABLE_FILE;
                    case FILE -> FileMode.REGULAR_FILE;
                    case FOLDER -> throw new IllegalArgumentException(path + " is a folder");
                };
        edits.put(path, edit(path, mode, blob));
    }

    /**
     * Has a submodule of the tree be at another commit.
     *
     * @param path where it is
     * @param commit the id of the commit
     */
    public void putSubmodule(TreePath path, String commit) {
        edits.put(path, edit(path, FileMode.GITLINK, commit));
    }

    private static PathEdit edit(TreePath path, FileMode mode, String object) {
        return new PathEdit(path.value()) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(mode);
                entry.setObjectId(ObjectId.fromString(object));
            }
        };
    }

    /**
     * Takes a file out of the tree of the commit.
     *
     * @param path where it is
     */
    public void remove(TreePath path) {
        edits.put(path, new DeletePath(path.value()));
    }

    /**
     * Writes the commit, and makes the branch.
     *
     * @param message what it says
     * @return the id of the commit
     * @throws UnusableRepositoryException when the branch cannot be made
     * @throws IOException when something cannot be written
     */
    public String commit(String message) throws UnusableRepositoryException, IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree());
        commit.setParentId(ObjectId.fromString(parent.id()));
        commit.setAuthor(author);
        commit.setCommitter(committer);
        commit.setMessage(message);
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        branch.make(id, committer);
        return id.name();
    }

    private ObjectId tree() throws IOException {
        DirCache index = DirCache.newInCore();
        try (ObjectReader reader = store.repository().newObjectReader()) {
            DirCacheBuilder builder = index.builder();
            builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, ObjectId.fromString(parent.tree()));
            builder.finish();
        }
        DirCacheEditor editor = index.editor();
        List.copyOf(edits.values()).forEach(editor::add);
        editor.finish();
        return index.writeTree(inserter);
    }

    @Override
    public void close() {
        inserter.close();
    }
}
