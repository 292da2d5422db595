package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.mojo.pom.Reactor;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is examined.
 *
 * @param modules some modules of one repository
 * @param reactor the build that they are in
 * @param whole a folder of which no module is left out; absent when some are
 */
record Scope(List<Module> modules, Reactor reactor, Optional<TreePath> whole) {

    /**
     * Some modules of a build.
     *
     * @param modules the modules
     * @param all those of the build that could be examined
     * @param root the folder that the build was started in
     * @param reactor the build
     * @param repository the repository
     * @return the scope
     * @throws IOException when a folder cannot be read
     */
    static Scope of(List<Module> modules, List<Module> all, Path root, Reactor reactor, GitRepository repository)
            throws IOException {
        return new Scope(modules, reactor, modules.containsAll(all) ? folder(root, repository) : Optional.empty());
    }

    /** A build can begin above its repositories. */
    private static Optional<TreePath> folder(Path root, GitRepository repository) throws IOException {
        try {
            return Optional.of(repository.relativize(root));
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }
}
