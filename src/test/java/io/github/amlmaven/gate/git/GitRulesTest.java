package io.github.amlmaven.gate.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.code.Surplus;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.git.Change;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.Operation;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GitRulesTest {
    private final Gate gate = new Gate(GitRules.all(false));

    @ParameterizedTest
    @EnumSource(Change.Kind.class)
    void refusesEveryKindOfChangeOnce(Change.Kind kind) {
        assertThat(gate.check(status(change("a/b.py", kind)))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).matches("git/[a-z-]+").doesNotContain("_");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).hasToString("a/b.py:1:1");
            assertThat(finding.message()).startsWith("The path ").endsWith(".");
            assertThat(finding.fix()).endsWith(".");
        });
    }

    @Test
    void saysWhatIsWrongAndWhatMendsIt() {
        Finding finding = gate.check(
                        status(new Change(TreePath.of("src/x.py"), Change.Kind.HIDDEN_UNTRACKED, ".git/info/exclude")))
                .get(0);
        assertThat(finding.rule()).isEqualTo("git/hidden-untracked");
        assertThat(finding.message())
                .isEqualTo("The path is not tracked, and only this clone ignores it (.git/info/exclude).");
        assertThat(finding.fix()).isEqualTo("Delete it, commit it, or list it in a committed .gitignore.");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void refusesAnOperationInProgress(Operation operation) {
        assertThat(gate.check(new Status(List.of(), Set.of(operation))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("git/unfinished");
                    assertThat(finding.fix()).contains("git ");
                });
    }

    @Test
    void refusesAProjectThatIsNotInTheCommit() {
        TreePath pom = TreePath.of("target/it/x/pom.xml");
        assertThat(gate.judge(Set.of(new Subject.Project(pom, false))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("git/project-not-tracked");
                    assertThat(finding.location()).hasToString("target/it/x/pom.xml:1:1");
                });
        assertThat(gate.judge(Set.of(new Subject.Project(pom, true)))).isEmpty();
    }

    @Test
    void refusesABuildFolderThatGitSees() {
        TreePath target = TreePath.of("ml/target");
        assertThat(gate.judge(Set.of(new Subject.BuildFolder(target, Optional.empty()))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("git/build-folder");
                    assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
                    assertThat(finding.location()).hasToString("ml/target:1:1");
                    assertThat(finding.fix()).startsWith("List /ml/target/ in ");
                });
        TreePath zip = target.child("ml-1.0-aml.zip");
        assertThat(gate.judge(Set.of(new Subject.BuildFolder(target, Optional.of(zip)))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.location()).hasToString("ml/target/ml-1.0-aml.zip:1:1");
                    assertThat(finding.fix()).startsWith("`git rm -r --cached ml/target`. List /ml/target/ in ");
                });
    }

    @Test
    void warnsOfACommitThatNoRemoteHasAndRefusesItWhenAsked() {
        Subject mine = new Subject.Commit(TreePath.of("pom.xml"), "d00e84b", false);
        assertThat(gate.judge(Set.of(mine))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("git/not-pushed");
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
            assertThat(finding.found()).isEqualTo("d00e84b");
        });
        assertThat(new Gate(GitRules.all(true)).judge(Set.of(mine)))
                .extracting(Finding::severity)
                .containsExactly(Severity.REFUSE);
        assertThat(new Gate(GitRules.all(true))
                        .judge(Set.of(new Subject.Commit(TreePath.of("pom.xml"), "d00e84b", true))))
                .isEmpty();
    }

    @Test
    void warnsOfCodeThatGitIgnoresAndAzureDoesNot() {
        Surplus surplus = new Surplus(paths("src/.env", "src/a.csv", "src/b.csv", "src/venv", "src/w"), 1003, true);
        assertThat(gate.judge(Set.of(new Subject.IgnoredCode(TreePath.of("src"), surplus))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("git/ignored-code");
                    assertThat(finding.severity()).isEqualTo(Severity.WARN);
                    assertThat(finding.location()).hasToString("src/.env:1:1");
                    assertThat(finding.found()).isEqualTo("src/.env, src/a.csv, src/b.csv and 2 more");
                    assertThat(finding.message()).contains("1003 files or more", "with 'src'");
                    assertThat(finding.fix()).startsWith("List it in 'src/.amlignore'");
                });
        assertThat(gate.judge(Set.of(new Subject.IgnoredCode(TreePath.ROOT, new Surplus(paths("x"), 1, false)))))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("leaves 1 file out", "with '.'");
    }

    @Test
    void findsSuchCodeInAWorkingCopyAndNoneWhereAzureIgnoresItToo(@TempDir Path folder) throws Exception {
        GitFixture git = GitFixture.init(folder)
                .write(".gitignore", "venv/\n")
                .write("train.yml", "type: command\ncode: src\ncommand: python train.py\nenvironment: azureml:e:1\n")
                .write("src/train.py", "");
        git.commitAll();
        assertThat(inCode(git)).isEmpty();

        git.write("src/venv/lib/x.py", "").write("venv/y.py", "");
        assertThat(inCode(git)).containsExactly("src [src/venv] 1");

        git.write("src/.amlignore", "venv\n");
        assertThat(inCode(git)).isEmpty();
    }

    private static List<String> inCode(GitFixture git) throws Exception {
        try (GitRepository repository = git.open()) {
            WorkingTree workingTree = repository.workingTree();
            DefinitionGraph graph = DefinitionGraph.read(workingTree.files(), paths("train.yml"));
            assertThat(graph.files().keySet()).noneMatch(path -> path.value().contains("venv"));
            return CodeOnDisk.of(graph, workingTree).stream()
                    .map(Subject.IgnoredCode.class::cast)
                    .map(code -> code.code() + " " + code.surplus().paths() + " "
                            + code.surplus().files())
                    .toList();
        }
    }

    private static List<TreePath> paths(String... paths) {
        return Stream.of(paths).map(TreePath::of).toList();
    }

    @Test
    void acceptsACleanWorkingCopy() {
        assertThat(gate.check(status())).isEmpty();
    }

    @Test
    void allowsUntrackedFilesThatAreListed() throws Exception {
        AllowDirty allow = AllowDirty.of(List.of("ci/**", "*.token"));
        Status status = status(
                change("a.token", Change.Kind.UNTRACKED),
                change("ci/deep/x", Change.Kind.HIDDEN_UNTRACKED),
                change("src/a.token", Change.Kind.UNTRACKED));
        assertThat(allow.allowed(status, List.of()))
                .extracting(change -> change.path().value())
                .containsExactly("a.token", "ci/deep/x");
        assertThat(allow.without(status, List.of()).changes())
                .extracting(change -> change.path().value())
                .containsExactly("src/a.token");
    }

    @Test
    void neverAllowsAnEditNorAnythingInWhatIsCaptured() throws Exception {
        AllowDirty allow = AllowDirty.of(List.of("**"));
        Status status = status(change("a", Change.Kind.MODIFIED), change("src/x", Change.Kind.UNTRACKED));
        assertThat(allow.without(status, List.of(TreePath.of("src")))).isEqualTo(status);
        assertThat(allow.allowed(status, List.of(TreePath.of("src")))).isEmpty();
    }

    @Test
    void namesEveryPatternThatIsNoGlob() {
        assertThatThrownBy(() -> AllowDirty.of(List.of("[x", "ci/**", "{a")))
                .isInstanceOf(MalformedGlobException.class)
                .hasMessageContainingAll("'[x' is no glob: ", "'{a' is no glob: ")
                .hasMessageNotContaining("ci/**");
    }

    private static Status status(Change... changes) {
        return new Status(Stream.of(changes).sorted().toList(), Set.of());
    }

    private static Change change(String path, Change.Kind kind) {
        return new Change(TreePath.of(path), kind, "");
    }
}
