package io.github.amlmaven.mojo;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.DataGate;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.gate.git.AllowDirty;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what modules define out of a tree, and puts it and the working copy through the gate. */
final class Examiner {
    private final Gate gate;
    private final AllowDirty allowDirty;

    /**
     * Prepares the gate.
     *
     * @param data what data that can change does
     * @param allowDirty globs of files that do not make the working copy dirty
     */
    Examiner(DataGate data, List<String> allowDirty) {
        this.gate = new Gate(RuleCatalogue.rules(data));
        this.allowDirty = AllowDirty.of(allowDirty);
    }

    /**
     * Examines some modules of one repository.
     *
     * @param repository the repository
     * @param tree the commit, or the working copy
     * @param modules the modules
     * @return what they define and what was found
     */
    Examination examine(GitRepository repository, FileTree tree, List<Module> modules)
            throws UnusableRepositoryException, OutsideTreeException, IOException {
        Set<TreePath> entries = new TreeSet<>();
        Set<Subject> projects = new LinkedHashSet<>();
        for (Module module : modules) {
            TreePath basedir =
                    repository.relativize(module.project().getBasedir().toPath());
            entries.addAll(EntryPoints.in(tree, basedir, module.definitions()));
            TreePath pom = repository.relativize(module.pom());
            projects.add(new Subject.Project(pom, repository.head().find(pom).isPresent()));
        }
        DefinitionGraph graph = DefinitionGraph.read(tree, entries);
        Set<TreePath> captured = Examination.captured(graph);
        Status status = repository.workingTree().status(captured);
        List<Finding> findings = Stream.of(
                        gate.judge(projects), gate.check(graph), gate.check(allowDirty.without(status, captured)))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        return new Examination(graph, status, findings);
    }
}
