package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the repositories of submodules, where git puts them: in the folder of the submodule, or below {@code modules} of the git folder. */
final class Submodules implements AutoCloseable {
    /** Longer than any list of submodules, in bytes. */
    static final int LONGEST_LIST = 1 << 20;

    private final Map<Path, ObjectStore> stores = new ConcurrentHashMap<>();

    /**
     * Finds a repository that has the commit which is recorded for a submodule.
     *
     * @param parent the repository that records it
     * @param path where, in that repository
     * @param names the names of the submodules there, by path
     * @param commit the commit that is recorded
     */
    Optional<ObjectStore> find(ObjectStore parent, TreePath path, Map<String, String> names, ObjectId commit)
            throws IOException {
        Optional<Path> folder = parent.workTree().flatMap(top -> new DiskPaths(top).locate(path));
        for (Path gitDir : candidates(parent, folder, Optional.ofNullable(names.get(path.value())))) {
            ObjectStore store = open(gitDir, folder);
            if (store.has(commit)) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    private static List<Path> candidates(ObjectStore parent, Optional<Path> folder, Optional<String> name)
            throws IOException {
        List<Path> candidates = new ArrayList<>();
        if (folder.isPresent()) {
            gitDirOf(folder.get()).ifPresent(candidates::add);
        }
        if (name.isPresent()) {
            for (Path base : List.of(parent.gitDir(), parent.commonDir())) {
                Path gitDir = base.resolve("modules").resolve(name.get());
                if (RepositoryFinder.isGitDir(gitDir)) {
                    candidates.add(gitDir.toRealPath());
                }
            }
        }
        return candidates;
    }

    /** The git folder of a folder that is the top of a working copy. */
    static Optional<Path> gitDirOf(Path folder) throws IOException {
        Path dotGit = folder.resolve(".git");
        if (Files.isSymbolicLink(folder)) {
            return Optional.empty();
        }
        if (Files.isRegularFile(dotGit)) {
            try {
                return Optional.of(RepositoryFinder.follow(dotGit));
            } catch (UnusableRepositoryException e) {
                return Optional.empty();
            }
        }
        return RepositoryFinder.isGitDir(dotGit) ? Optional.of(dotGit.toRealPath()) : Optional.empty();
    }

    private ObjectStore open(Path gitDir, Optional<Path> folder) throws IOException {
        ObjectStore known = stores.get(gitDir);
        if (known != null) {
            return known;
        }
        try {
            Path common = RepositoryFinder.commonDir(gitDir);
            GitConfig own = new ConfigReader(Map.of(), gitDir).only(common.resolve("config"));
            RepositoryFormat.check(gitDir, own);
            ObjectStore opened = ObjectStore.open(gitDir, common, folder, own);
            ObjectStore other = stores.putIfAbsent(gitDir, opened);
            if (other == null) {
                return opened;
            }
            opened.close();
            return other;
        } catch (UnusableRepositoryException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The names of submodules by path, from the {@code .gitmodules} of a commit. A name that would lead elsewhere counts as none. */
    static Map<String, String> names(Optional<byte[]> gitmodules) throws IOException {
        Map<String, String> names = new HashMap<>();
        if (gitmodules.isEmpty()) {
            return names;
        }
        try {
            ConfigParser.parse(PathText.decode(gitmodules.get()), (key, value) -> {
                if (key.startsWith("submodule.")
                        && key.endsWith(".path")
                        && key.length() > "submodule..path".length()) {
                    String name = key.substring("submodule.".length(), key.length() - ".path".length());
                    if (isSafe(name)) {
                        names.put(value, name);
                    }
                }
            });
        } catch (ConfigSyntaxException e) {
            throw new IOException(".gitmodules of the commit cannot be read: line " + e.line(), e);
        }
        return names;
    }

    private static boolean isSafe(String name) {
        try {
            return !Path.of(name).isAbsolute()
                    && !Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stores.values().forEach(ObjectStore::close);
    }
}
