package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the repository that holds a folder, the way git does: upwards from the folder, through a {@code .git} folder or file, unless the
 * environment names it, as it does inside a hook.
 */
final class RepositoryFinder {
    private static final Pattern HEAD = Pattern.compile("ref:\\s*refs/.*|[0-9a-f]{40}([0-9a-f]{24})?", Pattern.DOTALL);
    private static final String POINTER = "gitdir: ";
    private static final int MOST_OF_A_POINTER = 1 << 20;

    private final Map<String, String> environment;

    RepositoryFinder(Map<String, String> environment) {
        this.environment = environment;
    }

    Layout find(Path start) throws UnusableRepositoryException, IOException {
        Path folder = start.toRealPath();
        Optional<Path> named = variable("GIT_DIR").map(Path::of);
        if (named.isPresent()) {
            return asked(named.get().toAbsolutePath().normalize(), folder);
        }
        for (Path at = folder; at != null; at = at.getParent()) {
            Path dotGit = at.resolve(".git");
            if (Files.isRegularFile(dotGit)) {
                return layout(follow(dotGit), Optional.of(dotGit), at, false);
            }
            if (isGitDir(dotGit)) {
                return layout(dotGit, Optional.empty(), at, false);
            }
            if (isGitDir(at)) {
                throw bare(at);
            }
        }
        throw new UnusableRepositoryException(
                Reason.NO_REPOSITORY,
                start
                        + " is not in a git repository. Run the build in a clone, or make one with `git init` and commit the project.");
    }

    static UnusableRepositoryException bare(Path gitDir) {
        return new UnusableRepositoryException(
                Reason.BARE,
                gitDir + " is a bare repository, which has no working copy to build. Add one with `git worktree add`.");
    }

    private Layout asked(Path named, Path folder) throws UnusableRepositoryException, IOException {
        boolean pointer = Files.isRegularFile(named);
        Path gitDir = pointer ? follow(named) : named;
        if (!isGitDir(gitDir)) {
            throw new UnusableRepositoryException(
                    Reason.NO_REPOSITORY,
                    "GIT_DIR names " + named + ", which is not a git repository. Unset it, or let it name one.");
        }
        Path real = gitDir.toRealPath();
        return layout(real, pointer ? Optional.of(named) : Optional.empty(), workTreeOf(real, folder), true);
    }

    /** Git takes the current folder, which is the top in a hook; a module's own folder is below it. */
    private Path workTreeOf(Path gitDir, Path folder) throws IOException {
        Optional<Path> named = variable("GIT_WORK_TREE").map(Path::of);
        if (named.isPresent()) {
            return named.get().toRealPath();
        }
        Path back = gitDir.resolve("gitdir");
        if (Files.isRegularFile(back)) {
            Path dotGit = gitDir.resolve(Files.readString(back).strip());
            return dotGit.toRealPath(LinkOption.NOFOLLOW_LINKS)
                    .resolveSibling("")
                    .toRealPath();
        }
        Path parent = gitDir.getParent();
        return parent != null && gitDir.endsWith(".git") ? parent : folder;
    }

    private Layout layout(Path gitDir, Optional<Path> gitFile, Path workTree, boolean asked) throws IOException {
        Path index = variable("GIT_INDEX_FILE").map(workTree::resolve).orElse(gitDir.resolve("index"));
        return new Layout(gitDir, commonDir(gitDir), gitFile, workTree, index, asked);
    }

    static Path follow(Path dotGit) throws UnusableRepositoryException, IOException {
        String text = Files.size(dotGit) > MOST_OF_A_POINTER ? "" : PathText.decode(Files.readAllBytes(dotGit));
        if (text.startsWith(POINTER)) {
            Path gitDir = dotGit.resolveSibling(text.substring(POINTER.length()).replaceFirst("[\r\n]+$", ""));
            if (isGitDir(gitDir)) {
                return gitDir.toRealPath();
            }
        }
        throw new UnusableRepositoryException(
                Reason.NO_REPOSITORY,
                dotGit
                        + " leads to no git repository. Run `git worktree repair` or `git submodule update --init`, or clone again.");
    }

    static Path commonDir(Path gitDir) throws IOException {
        Path pointer = gitDir.resolve("commondir");
        return Files.isRegularFile(pointer)
                ? gitDir.resolve(Files.readString(pointer).strip()).toRealPath()
                : gitDir;
    }

    /** What git itself looks for before it calls a folder a repository. */
    static boolean isGitDir(Path folder) throws IOException {
        Path head = folder.resolve("HEAD");
        boolean valid = Files.isSymbolicLink(head)
                || (Files.isRegularFile(head)
                        && HEAD.matcher(Files.readString(head, StandardCharsets.ISO_8859_1)
                                        .strip())
                                .matches());
        if (!valid) {
            return false;
        }
        Path common = commonDir(folder);
        return Files.isDirectory(common.resolve("objects")) && Files.isDirectory(common.resolve("refs"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
