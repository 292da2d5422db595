package io.github.amlmaven.mojo;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Strictness;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.gate.Ways;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.gate.exemption.Exemption;
import io.github.amlmaven.gate.exemption.Exemptions;
import io.github.amlmaven.gate.exemption.Judged;
import io.github.amlmaven.gate.git.AllowDirty;
import io.github.amlmaven.gate.git.CodeOnDisk;
import io.github.amlmaven.gate.secret.Redaction;
import io.github.amlmaven.gate.secret.SecretMemory;
import io.github.amlmaven.gate.secret.SecretScan;
import io.github.amlmaven.git.Change;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.mojo.pom.CoreExtensions;
import io.github.amlmaven.mojo.pom.PomArtifacts;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what modules define out of a tree, and puts it and the working copy through the gate. */
final class Examiner {
    private final Gate gate;
    private final AllowDirty allowDirty;
    private final SecretMemory memory;

    /**
     * Prepares the gate.
     *
     * @param strictness what is asked, where there is a choice
     * @param allowDirty files that do not make the working copy dirty
     * @param memory knows which files hold no secret
     */
    Examiner(Strictness strictness, AllowDirty allowDirty, SecretMemory memory) {
        this.gate = new Gate(RuleCatalogue.rules(strictness));
        this.allowDirty = allowDirty;
        this.memory = memory;
    }

    /**
     * Examines some modules of one repository.
     *
     * @param repository the repository
     * @param workingTree its working copy, to be compared with the commit
     * @param tree the commit, or the files of the working copy
     * @param scope the modules
     * @param outputs what the goal writes itself
     * @return what they define and what was found
     */
    Examination examine(GitRepository repository, WorkingTree workingTree, FileTree tree, Scope scope, Outputs outputs)
            throws UnusableRepositoryException, OutsideTreeException, IOException {
        Set<TreePath> entries = new TreeSet<>();
        Overlays overlays = new Overlays(tree);
        Set<Subject> projects = new LinkedHashSet<>(CoreExtensions.of(scope.reactor(), tree));
        List<Finding> scm = new ArrayList<>();
        for (Module module : scope.modules()) {
            TreePath basedir =
                    repository.relativize(module.project().getBasedir().toPath());
            entries.addAll(EntryPoints.in(tree, basedir, module.definitions()));
            TreePath pom = repository.relativize(module.pom());
            projects.add(new Subject.Project(pom, repository.head().find(pom).isPresent()));
            projects.addAll(PomArtifacts.of(module.project(), pom, scope.reactor(), tree));
            scm.addAll(scm(module, pom));
            overlays.add(pom, module.overlays());
        }
        DefinitionGraph graph = overlays.into(DefinitionGraph.read(tree, entries));
        Set<TreePath> captured = Examination.captured(graph);
        Status status = outputs.without(workingTree.status(captured));
        List<Finding> secrets =
                secrets(repository.head(), tree, graph, files(graph, status, workingTree, repository.head()));
        List<Finding> findings = Stream.of(
                        gate.judge(projects),
                        gate.judge(commit(repository, projects)),
                        gate.check(graph),
                        gate.check(allowDirty.without(status, captured)),
                        gate.judge(CodeOnDisk.of(graph, workingTree)),
                        gate.judge(outputs.seen(workingTree)),
                        secrets,
                        scm)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        Judged judged = exemptions(tree).apply(Redaction.of(findings), LocalDate.now(ZoneOffset.UTC), scope.whole());
        List<Finding> standing = Stream.concat(judged.findings().stream(), secrets(judged.used()))
                .distinct()
                .sorted()
                .toList();
        return new Examination(graph, status, Ways.of(graph).to(standing), judged.used());
    }

    /** Every rule is known to them, whether this build asks for it or not. */
    private static Exemptions exemptions(FileTree tree) throws IOException {
        return Exemptions.read(tree, RuleCatalogue.titles().keySet());
    }

    /** What they say is published in the manifest. */
    private static Stream<Finding> secrets(List<Exemption> exemptions) {
        return exemptions.stream()
                .flatMap(
                        exemption -> Stream.of(exemption.reference().orElse(""), exemption.reason(), exemption.owner()))
                .flatMap(text -> SecretScan.findings(text, TreePath.of(Exemptions.FILE)).stream());
    }

    /** It is the same for all modules, so the first one's pom stands for it. */
    private static Set<Subject> commit(GitRepository repository, Set<Subject> projects) throws IOException {
        boolean pushed = repository.isPushed();
        return projects.stream()
                .filter(Subject.Project.class::isInstance)
                .map(Subject.Project.class::cast)
                .map(project ->
                        new Subject.Commit(project.pom(), repository.head().id(), pushed))
                .limit(1)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first that reads every file, and so the first to find that one is not there; whoever fetches it wants to know of all. */
    private List<Finding> secrets(Commit commit, FileTree tree, DefinitionGraph graph, List<TreeEntry> files)
            throws IOException {
        try {
            return SecretScan.of(tree, memory).findings(graph, files);
        } catch (LfsObjectMissingException e) {
            commit.requireFetched(graph.files().values());
            throw e;
        }
    }

    /** Files on disk that do not differ from the commit are known by its blobs; only those of submodules have to be looked up there. */
    private static List<TreeEntry> files(DefinitionGraph graph, Status status, WorkingTree workingTree, FileTree commit)
            throws IOException {
        Set<TreePath> changed = status.changes().stream().map(Change::path).collect(Collectors.toSet());
        List<TreeEntry> files = new ArrayList<>();
        for (TreeEntry file : graph.files().values()) {
            boolean isUnknown = file.isFile() && file.object().isEmpty() && !changed.contains(file.path());
            Optional<String> blob = isUnknown ? workingTree.staged(file.path()) : Optional.empty();
            if (isUnknown && blob.isEmpty()) {
                blob = commit.find(file.path()).filter(TreeEntry::isFile).flatMap(TreeEntry::object);
            }
            files.add(blob.isPresent() ? new TreeEntry(file.path(), file.kind(), blob) : file);
        }
        return files;
    }

    /** The pom's {@code scm} is published in the manifest. */
    private static List<Finding> scm(Module module, TreePath pom) {
        return Stream.ofNullable(module.project().getScm())
                .flatMap(
                        scm -> Stream.of(scm.getConnection(), scm.getDeveloperConnection(), scm.getTag(), scm.getUrl()))
                .filter(Objects::nonNull)
                .flatMap(text -> SecretScan.findings(text, pom).stream())
                .toList();
    }
}
