package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the parts of a repository lie.
 *
 * @param gitDir what belongs to this working copy: {@code HEAD}, the index, a merge that is going on
 * @param commonDir what all working copies share: objects, references, configuration; the same folder but for linked working copies
 * @param gitFile the {@code .git} file that led here, when it is a file
 * @param workTree the top of the working copy
 * @param index the index file, which need not exist
 * @param asked whether the environment named the repository; else it was found from a folder inside
 */
record Layout(Path gitDir, Path commonDir, Optional<Path> gitFile, Path workTree, Path index, boolean asked) {

    /** A working copy whose places are all the usual ones. */
    static Layout of(Path gitDir, Path workTree) throws IOException {
        return new Layout(
                gitDir, RepositoryFinder.commonDir(gitDir), Optional.empty(), workTree, gitDir.resolve("index"), false);
    }

    boolean isLinked() {
        return !gitDir.equals(commonDir);
    }

    Layout withWorkTree(Path other) {
        return new Layout(gitDir, commonDir, gitFile, other, index, asked);
    }
}
