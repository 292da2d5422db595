package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.snapshot.SnapshotWriter;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a goal that judges writes itself, where that is in the repository. Git is meant to ignore it. Where it does not, that is one finding, and
 * no other: what was written is no difference that somebody made.
 */
final class Outputs {
    private final Map<TreePath, Set<TreePath>> files;

    private Outputs(Map<TreePath, Set<TreePath>> files) {
        this.files = files;
    }

    /**
     * One module's, as a build directory has them.
     *
     * @param buildDirectory the directory
     * @param name what the names of zip and manifest begin with
     */
    record Place(Path buildDirectory, String name) {

        private List<Path> files() {
            return Stream.concat(
                            Verdict.files(Verdict.folder(buildDirectory)).stream(),
                            SnapshotWriter.files(buildDirectory, name).stream())
                    .toList();
        }
    }

    /**
     * Those in some build directories. One outside of the repository does not matter.
     *
     * @param places the build directories
     * @param repository the repository
     * @return what is written there
     * @throws IOException when a folder on the way cannot be read
     */
    static Outputs in(Collection<Place> places, GitRepository repository) throws IOException {
        Map<TreePath, Set<TreePath>> files = new LinkedHashMap<>();
        for (Place place : places) {
            Optional<TreePath> folder = inside(place.buildDirectory(), repository);
            if (folder.isPresent()) {
                Set<TreePath> written = files.computeIfAbsent(folder.get(), path -> new LinkedHashSet<>());
                for (Path file : place.files()) {
                    inside(file, repository).ifPresent(written::add);
                }
            }
        }
        return new Outputs(files);
    }

    private static Optional<TreePath> inside(Path path, GitRepository repository) throws IOException {
        try {
            return Optional.of(repository.relativize(path));
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }

    /** The build directories in which git sees what is written. */
    Set<Subject> seen(WorkingTree workingTree) throws IOException {
        Set<Subject> seen = new LinkedHashSet<>();
        for (Map.Entry<TreePath, Set<TreePath>> folder : files.entrySet()) {
            Optional<TreePath> committed = folder.getValue().stream()
                    .filter(file -> workingTree.staged(file).isPresent())
                    .findFirst();
            boolean sees = committed.isPresent();
            for (TreePath file : folder.getValue()) {
                sees = sees || workingTree.sees(file);
            }
            if (sees) {
                seen.add(new Subject.BuildFolder(folder.getKey(), committed));
            }
        }
        return seen;
    }

    /** How a working copy differs, besides. */
    Status without(Status status) {
        return new Status(
                status.changes().stream()
                        .filter(change -> files.values().stream().noneMatch(written -> written.contains(change.path())))
                        .toList(),
                status.operations());
    }
}
