package io.github.amlmaven.mojo;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.report.Count;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Checks every module of the reactor at once, before anything is built: whether the working copy is clean, and whether everything that its
 * Azure ML definitions depend on is pinned. It reads the working copy and not the commit, so that a finding can be mended before it is
 * committed, and fails with all findings of all modules.
 *
 * <p>Call it by name in front of a build that publishes: {@code mvn aml:check deploy}. The findings are also in {@code
 * target/aml/findings.json}, and for code scanning in {@code findings.sarif}, of the project that Maven was called in.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", aggregator = true, threadSafe = true)
public final class CheckMojo extends AbstractGateMojo {

    @Override
    void judge() throws MojoFailureException, UnusableRepositoryException, OutsideTreeException, IOException {
        List<Module> modules = Module.of(session.getProjects(), definitions, overlay());
        Examiner examiner = examiner();
        try (GitRepository repository = open(project)) {
            WorkingTree workingTree = repository.workingTree();
            FileTree files = workingTree.files();
            Examination examination = examiner.examine(
                    repository, workingTree, files, scope(repository, modules), outputs(modules, repository));
            verdict(Path.of(project.getBuild().getDirectory())).announce(examination, files, true);
            DefinitionGraph graph = examination.graph();
            getLog().info(Count.of(graph.assets().size(), "definition") + " and "
                    + Count.of(graph.files().size(), "file") + " of " + Count.of(modules.size(), "module")
                    + " checked: nothing to refuse.");
        }
    }

    /** Those of what comes after it, too, so that it is the first to say so. */
    private Outputs outputs(List<Module> modules, GitRepository repository) throws IOException {
        List<Outputs.Place> places = Stream.concat(
                        Stream.of(project), modules.stream().map(Module::project))
                .map(MavenProject::getBuild)
                .map(build -> new Outputs.Place(Path.of(build.getDirectory()), build.getFinalName()))
                .toList();
        return Outputs.in(places, repository);
    }
}
