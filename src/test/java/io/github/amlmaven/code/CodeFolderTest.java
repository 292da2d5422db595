package io.github.amlmaven.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.code.CodeListing.CodeProblem;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFolderTest {

    private static CodeListing list(MemoryTree tree, String root, String... includes) throws IOException {
        return list(CodeUse.COMPONENT, tree, root, includes);
    }

    private static CodeListing list(CodeUse use, MemoryTree tree, String root, String... includes) throws IOException {
        return CodeFolder.list(
                tree,
                TreePath.of(root),
                Arrays.stream(includes).map(TreePath::of).toList(),
                use);
    }

    private static List<String> names(CodeListing listing) {
        return listing.files().stream().map(UploadedFile::name).toList();
    }

    private static List<String> captured(CodeListing listing) {
        return listing.captured().stream().map(entry -> entry.path().value()).toList();
    }

    private static List<String> problems(CodeListing listing) {
        return listing.problems().stream()
                .map(p -> p.id() + " " + p.entry().path())
                .toList();
    }

    @Test
    void listsEveryFileBelowTheFolder() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/b.py", "")
                .executable("code/a/x.sh", "")
                .file("code/.hidden", "")
                .file("code2/c.py", "");
        CodeListing listing = list(tree, "code");
        assertThat(names(listing)).containsExactly(".hidden", "a/x.sh", "b.py");
        assertThat(captured(listing)).containsExactly("code/.hidden", "code/a/x.sh", "code/b.py");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void leavesOutWhatPythonCachesOfAComponentAlone() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/a.py", "")
                .file("code/__pycache__/a.pyc", "")
                .file("code/x.log", "")
                .file("code/.amlignore", "*.log");
        assertThat(names(list(tree, "code"))).containsExactly(".amlignore", "a.py");
        assertThat(names(list(CodeUse.JOB, tree, "code"))).containsExactly(".amlignore", "__pycache__/a.pyc", "a.py");
    }

    @Test
    void listsIncludesAloneWhereThereIsNoCode() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("aml/train.yml", "")
                .file("aml/lib", "in nobody's way")
                .file("aml/.amlignore", "*.log")
                .file("lib/a.py", "")
                .file("lib/x.log", "")
                .file("lib/__pycache__/a.pyc", "")
                .file("util.py", "");
        CodeListing listing = list(CodeUse.INCLUDES, tree, "aml", "lib", "util.py");
        assertThat(names(listing)).containsExactly("lib/a.py", "util.py");
        assertThat(captured(listing)).containsExactly("aml/.amlignore", "lib/a.py", "util.py");
        assertThat(listing.problems()).isEmpty();
        assertThat(problems(list(tree, "aml", "lib"))).containsExactly("code/include-conflict lib");
    }

    @Test
    void listsTheRootOfTheRepository() throws Exception {
        assertThat(names(list(new MemoryTree().file("a.py", "").file("b/c.py", ""), "")))
                .containsExactly("a.py", "b/c.py");
    }

    @Test
    void listsASingleFileWithoutAskingAnyIgnoreFile() throws Exception {
        MemoryTree tree = new MemoryTree().file("code/train.py", "").file("code/.gitignore", "*");
        assertThat(names(list(tree, "code/train.py"))).containsExactly("train.py");
    }

    @Test
    void obeysTheIgnoreFileOfTheRootAlone() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file(".gitignore", "*.py")
                .file("code/.gitignore", "*.log\n/data/\n!data/keep\n")
                .file("code/a.py", "")
                .file("code/a.log", "")
                .file("code/data/x", "")
                .file("code/data/keep", "")
                .file("code/sub/.gitignore", "*")
                .file("code/sub/b.py", "")
                .file("code/__pycache__/a.pyc", "");
        CodeListing listing = list(tree, "code");
        assertThat(names(listing)).containsExactly(".gitignore", "a.py", "data/keep", "sub/.gitignore", "sub/b.py");
    }

    @Test
    void prefersAnEmptyAmlignoreToGitignore() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.amlignore", "")
                .file("code/.gitignore", "*")
                .file("code/a.py", "");
        assertThat(names(list(tree, "code"))).containsExactly(".amlignore", ".gitignore", "a.py");
    }

    @Test
    void capturesAnIgnoreFileThatIsNotUploaded() throws Exception {
        MemoryTree tree = new MemoryTree()
                .link("code/.amlignore", "../rules")
                .file("rules", ".amlignore\n")
                .file("code/a.py", "");
        CodeListing listing = list(tree, "code");
        assertThat(names(listing)).containsExactly("a.py");
        assertThat(captured(listing)).containsExactly("code/.amlignore", "code/a.py", "rules");
    }

    @Test
    void uploadsWhatLinksLeadToUnderTheirNamesAndCapturesBoth() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("shared/lib/util.py", "")
                .file("shared/one.py", "")
                .link("code/lib", "../shared/lib")
                .link("code/two.py", "../shared/again.py")
                .link("shared/again.py", "one.py");
        CodeListing listing = list(tree, "code");
        assertThat(names(listing)).containsExactly("lib/util.py", "two.py");
        assertThat(listing.files().get(1).entry().path()).isEqualTo(TreePath.of("shared/one.py"));
        assertThat(captured(listing))
                .containsExactly("code/lib", "code/two.py", "shared/again.py", "shared/lib/util.py", "shared/one.py");
    }

    @Test
    void matchesAFileInALinkedFolderByTheFoldersRealPath() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.gitignore", "lib/\nreal/b.py\n../outside/c.py\n")
                .file("code/real/a.py", "")
                .file("code/real/b.py", "")
                .file("outside/c.py", "")
                .file("outside/d.py", "")
                .link("code/lib", "real")
                .link("code/out", "../outside");
        assertThat(names(list(tree, "code"))).containsExactly(".gitignore", "lib/a.py", "out/d.py", "real/a.py");
    }

    @Test
    void refusesLinksThatLeadNowhereUnlessTheyAreLeftOut() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.gitignore", "ignored")
                .link("code/ignored", "nowhere")
                .link("code/dangling", "nowhere")
                .link("code/outside", "../../etc/passwd")
                .link("code/absolute", "/etc/passwd")
                .link("code/self", "self");
        assertThat(problems(list(tree, "code")))
                .containsExactly(
                        "code/dangling-link code/absolute",
                        "code/dangling-link code/dangling",
                        "code/dangling-link code/outside",
                        "code/dangling-link code/self");
    }

    @Test
    void refusesACircleOfFoldersThatHoldsFiles() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/a.py", "")
                .link("code/sub/up", "..")
                .link("code/whole", "../")
                .file("code/sub/b.py", "");
        assertThat(problems(list(tree, "code")))
                .containsExactlyInAnyOrder("code/circular-link code/sub/up", "code/circular-link code/whole");
    }

    @Test
    void leavesACircleAloneOfWhichNothingIsUploaded() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.amlignore", "/modules/\n")
                .file("code/modules/b.py", "")
                .link("code/modules/up", ".");
        CodeListing listing = list(tree, "code");
        assertThat(names(listing)).containsExactly(".amlignore");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void givesUpAtLinksThatMultiply() throws Exception {
        MemoryTree tree = new MemoryTree();
        for (int i = 0; i < 30; i++) {
            tree.link("d%d/a".formatted(i), "../d%d".formatted(i + 1))
                    .link("d%d/b".formatted(i), "../d%d".formatted(i + 1));
        }
        tree.file("d30/x", "");
        assertThat(problems(list(tree, "d0"))).singleElement().asString().startsWith("code/too-many-links d0/");
    }

    @Test
    void refusesAnEmptyUpload() throws Exception {
        MemoryTree tree = new MemoryTree().file("code/.gitignore", "*");
        assertThat(problems(list(tree, "code"))).containsExactly("code/empty code");
        assertThat(problems(list(tree, "none"))).containsExactly("code/missing none");
    }

    @Test
    void refusesAnIgnoreFileThatTheClientCannotRead() throws Exception {
        MemoryTree tree = new MemoryTree().file("code/.gitignore", "a\\\n").file("code/a.py", "");
        assertThat(list(tree, "code").problems())
                .singleElement()
                .extracting(CodeProblem::message)
                .isEqualTo(
                        "Azure ML's client cannot read this ignore file: nothing follows the last backslash of 'a\\'.");
        assertThat(problems(list(new MemoryTree().file("code/.amlignore/x", ""), "code")))
                .containsExactly("code/unreadable-ignore-file code/.amlignore");
        assertThat(problems(list(new MemoryTree().file("code/.amlignore", "#".repeat(70_000)), "code")))
                .containsExactly("code/unreadable-ignore-file code/.amlignore");
    }

    @Test
    void mergesIncludesIntoTheRootOfTheCode() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/train.py", "")
                .file("libs/common/a.py", "")
                .file("libs/common/deep/b.py", "")
                .file("more/common/c.py", "")
                .file("helper.py", "");
        CodeListing listing = list(tree, "code", "libs/common", "more/common", "helper.py");
        assertThat(names(listing))
                .containsExactly("common/a.py", "common/c.py", "common/deep/b.py", "helper.py", "train.py");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void letsTheLaterOfTwoIncludesWin() throws Exception {
        MemoryTree tree =
                new MemoryTree().file("code/train.py", "").file("a/x.py", "").file("b/x.py", "");
        CodeListing listing = list(tree, "code", "a/x.py", "b/x.py");
        assertThat(listing.files().get(1).entry().path()).isEqualTo(TreePath.of("b/x.py"));
        assertThat(captured(listing)).containsExactly("b/x.py", "code/train.py");
    }

    @Test
    void mergesIncludesWithASingleFile() throws Exception {
        MemoryTree tree = new MemoryTree().file("train.py", "").file("lib/a.py", "");
        assertThat(names(list(tree, "train.py", "lib"))).containsExactly("lib/a.py", "train.py");
    }

    @Test
    void obeysTheIgnoreFilesOfEveryFolderOnceThereAreIncludes() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.amlignore", "*.log\nlib/no.py\nsub\n!sub/keep.py\n")
                .file("code/train.py", "")
                .file("code/sub/keep.py", "")
                .file("code/deep/.gitignore", "*.tmp")
                .file("code/deep/a.tmp", "")
                .file("code/deep/a.py", "")
                .file("lib/.gitignore", "*.csv")
                .file("lib/a.csv", "")
                .file("lib/a.log", "")
                .file("lib/no.py", "")
                .file("lib/yes.py", "");
        assertThat(names(list(tree, "code", "lib")))
                .containsExactly(
                        ".amlignore", "deep/.gitignore", "deep/a.py", "lib/.gitignore", "lib/yes.py", "train.py");
    }

    @Test
    void copiesNothingOfAFolderWhoseIgnoreFileMatchesADot() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/.amlignore", ".*\n")
                .file("code/train.py", "")
                .file("lib/a.py", "");
        assertThat(names(list(tree, "code"))).containsExactly("train.py");
        assertThat(names(list(tree, "code", "lib"))).containsExactly("lib/a.py");
    }

    @Test
    void appliesTheMergedRootsIgnoreFileAtLast() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/train.py", "")
                .file("code/a.log", "")
                .file("common/.amlignore", "*.log");
        assertThat(names(list(tree, "code", "common/.amlignore"))).containsExactly(".amlignore", "train.py");
    }

    @Test
    void refusesIncludesThatAreInTheWay() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("code/lib/a.py", "")
                .file("lib/b.py", "")
                .file("x/lib2", "")
                .file("y/lib2/c.py", "");
        assertThat(problems(list(tree, "code", "lib"))).containsExactly("code/include-conflict lib");
        assertThat(problems(list(tree, "code", "code/lib"))).containsExactly("code/include-conflict code/lib");
        assertThat(problems(list(tree, "code", "x/lib2", "y/lib2"))).containsExactly("code/include-conflict x/lib2");
    }

    @Test
    void allowsALinkToTheVeryInclude() throws Exception {
        MemoryTree tree = new MemoryTree()
                .link("code/lib", "../lib")
                .file("code/a.py", "")
                .file("lib/b.py", "");
        CodeListing listing = list(tree, "code", "lib");
        assertThat(names(listing)).containsExactly("a.py", "lib/b.py");
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void refusesIncludesThatAreNotThereOrHaveNoName() throws Exception {
        MemoryTree tree = new MemoryTree().file("code/a.py", "").file("lib/b.py", "");
        assertThat(problems(list(tree, "code", ""))).containsExactly("code/include-of-everything ");
        assertThat(problems(list(tree, "code", "nothing"))).containsExactly("code/missing nothing");
    }
}
