package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.Change.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What git itself says is the measure: the same paths are clean, and the same ones are not. */
class PorcelainTest {
    private final Path folder;

    PorcelainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithGit(Case example) throws Exception {
        GitFixture git = GitFixture.init(folder)
                .write("kept.txt", "kept\n")
                .write("dir/a.txt", "a\n")
                .write("dir/b.txt", "b\n")
                .write("run.sh", "#!/bin/sh\n")
                .write(".gitignore", "*.log\n/build/\n!keep.log\n");
        Files.createSymbolicLink(git.top().resolve("link"), Path.of("kept.txt"));
        git.commitAll();
        example.change.accept(git);
        Set<String> expected = example.isPhantom ? staged(git) : porcelain(git);

        try (GitRepository repository = git.open()) {
            Set<String> found = repository.workingTree().status(List.of()).changes().stream()
                    .map(change -> change.path() + (isUntracked(change) ? " untracked" : " tracked"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(expected);
            assertThat(found.isEmpty()).isEqualTo(example.isClean());
        }
    }

    private record Case(String name, boolean isClean, boolean isPhantom, Consumer<GitFixture> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case clean(String name, Consumer<GitFixture> change) {
        return new Case(name, true, false, change);
    }

    /** Git calls a file modified when its length differs from the one it remembers, even where adding it would change nothing. */
    private static Case phantom(String name, Consumer<GitFixture> change) {
        return new Case(name, true, true, change);
    }

    private static Case dirty(String name, Consumer<GitFixture> change) {
        return new Case(name, false, false, change);
    }

    private static boolean isUntracked(Change change) {
        return change.kind() == Kind.UNTRACKED;
    }

    private static Set<String> porcelain(GitFixture git) {
        String[] lines = git.git(
                        "status",
                        "--porcelain=v2",
                        "-z",
                        "--untracked-files=all",
                        "--no-renames",
                        "--ignore-submodules=none")
                .split("\0", -1);
        return Arrays.stream(lines)
                .filter(line -> !line.isEmpty())
                .map(line -> switch (line.charAt(0)) {
                    case '1' -> line.split(" ", 9)[8] + " tracked";
                    case 'u' -> line.split(" ", 11)[10] + " tracked";
                    default -> line.substring(2).replaceFirst("/$", "") + " untracked";
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a commit of everything would change, asked of a copy of the index. */
    private static Set<String> staged(GitFixture git) {
        git.git("-c", "alias.copy=!cp .git/index .git/copy && GIT_INDEX_FILE=.git/copy git add --all", "copy");
        String names =
                git.git("-c", "alias.changed=!GIT_INDEX_FILE=.git/copy git diff --cached --name-only", "changed");
        return names.lines().map(name -> name + " tracked").collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Case> cases() {
        return Stream.of(
                clean("nothing", git -> {}),
                dirty("modified", git -> git.write("dir/a.txt", "edited\n")),
                dirty("modified with the same length", git -> git.write("dir/a.txt", "x\n")),
                dirty(
                        "modified with the same length and time",
                        git -> editKeepingTime(git.top().resolve("dir/a.txt"), "x\n")),
                clean("touched", git -> age(git.top().resolve("dir/a.txt"))),
                clean("copied", git -> {
                    git.git("rm", "-q", "--cached", "dir/a.txt");
                    git.git("reset", "-q");
                    git.write("dir/a.txt", "a\n");
                }),
                dirty("staged", git -> {
                    git.write("dir/a.txt", "edited\n");
                    git.git("add", "--all");
                }),
                dirty("staged and edited back", git -> {
                    git.write("dir/a.txt", "edited\n");
                    git.git("add", "--all");
                    git.write("dir/a.txt", "a\n");
                }),
                dirty("added", git -> {
                    git.write("new/deep/file", "");
                    git.git("add", "--all");
                }),
                dirty("deleted", git -> delete(git.top().resolve("dir/a.txt"))),
                dirty("folder deleted", git -> {
                    delete(git.top().resolve("dir/a.txt"));
                    delete(git.top().resolve("dir/b.txt"));
                    delete(git.top().resolve("dir"));
                }),
                dirty("deleted from the index", git -> git.git("rm", "-q", "--cached", "dir/a.txt")),
                dirty("deleted and staged", git -> git.git("rm", "-q", "-r", "dir")),
                dirty("renamed", git -> git.git("mv", "dir/a.txt", "dir/c.txt")),
                dirty("folder renamed", git -> git.git("mv", "dir", "folder")),
                dirty("link retargeted", git -> {
                    delete(git.top().resolve("link"));
                    link(git.top().resolve("link"), "run.sh");
                }),
                dirty("link made a file", git -> {
                    delete(git.top().resolve("link"));
                    git.write("link", "kept.txt");
                }),
                dirty("file made a link", git -> {
                    delete(git.top().resolve("kept.txt"));
                    link(git.top().resolve("kept.txt"), "run.sh");
                }),
                dirty("file made a folder", git -> {
                    delete(git.top().resolve("kept.txt"));
                    git.write("kept.txt/inside", "");
                }),
                dirty("folder made a link", git -> {
                    delete(git.top().resolve("dir/a.txt"));
                    delete(git.top().resolve("dir/b.txt"));
                    delete(git.top().resolve("dir"));
                    git.write("elsewhere/a.txt", "a\n").write("elsewhere/b.txt", "b\n");
                    link(git.top().resolve("dir"), "elsewhere");
                }),
                dirty("mode changed", git -> permit(git.top().resolve("run.sh"), "rwxr-xr-x")),
                clean("mode changed where modes do not count", git -> {
                    git.git("config", "core.fileMode", "false");
                    permit(git.top().resolve("run.sh"), "rwxr-xr-x");
                }),
                clean("mode changed for others", git -> permit(git.top().resolve("run.sh"), "rw-rwxrwx")),
                dirty("mode staged", git -> git.git("update-index", "--chmod=+x", "run.sh")),
                dirty("untracked", git -> git.write("new.txt", "").write("dir/new/deep.txt", "")),
                dirty("untracked link", git -> link(git.top().resolve("loop"), ".")),
                clean(
                        "untracked and ignored",
                        git -> git.write("a.log", "").write("dir/b.log", "").write("build/x/y", "")),
                dirty("untracked and not ignored after all", git -> git.write("dir/keep.log", "")
                        .write("dir/build/x", "")),
                clean("empty folder", git -> mkdir(git.top().resolve("empty/deep"))),
                dirty("untracked repository", git -> {
                    git.write("other/file", "");
                    git.git("init", "-q", "other");
                    git.git("-C", "other", "add", "--all");
                    git.git("-C", "other", "commit", "-q", "-m", "x");
                }),
                clean("hidden by the users list", git -> {
                    write(git.home().resolve(".config/git/ignore"), "*.tmp\n");
                    git.write("dir/x.tmp", "");
                }),
                clean("hidden by a named list", git -> {
                    write(git.home().resolve("mine"), "*.tmp\n");
                    write(git.home().resolve(".gitconfig"), "[core]\n\texcludesFile = ~/mine\n");
                    git.write("dir/x.tmp", "");
                }),
                clean("hidden by the clones list", git -> {
                    git.write(".git/info/exclude", "*.tmp\n");
                    git.write("dir/x.tmp", "");
                }),
                clean("hidden by itself", git -> git.write("venv/.gitignore", "*\n")
                        .write("venv/lib/x.py", "")),
                dirty("shown by a deeper list", git -> git.write("dir/.gitignore", "!*.log\n")
                        .write("dir/x.log", "")),
                dirty("ignored but tracked", git -> {
                    git.write("forced.log", "1");
                    git.git("add", "-f", "forced.log");
                    git.commit();
                    git.write("forced.log", "2");
                }),
                dirty("patterns", git -> git.write(
                                "dir/.gitignore",
                                "# comment\n\\#hash\n\\!bang\ntrailing \\ \n a b\nx/**/y\n**/z\n/q/*\n!/q/keep\n*.[oa]\nfoo?bar\r\n[!a-z]x\n")
                        .write("dir/#hash", "")
                        .write("dir/!bang", "")
                        .write("dir/trailing  ", "")
                        .write("dir/x/1/2/y", "")
                        .write("dir/x/y", "")
                        .write("dir/deep/z/file", "")
                        .write("dir/q/gone", "")
                        .write("dir/q/keep", "")
                        .write("dir/lib.o", "")
                        .write("dir/lib.so", "")
                        .write("dir/foo-bar", "")
                        .write("dir/1x", "")
                        .write("dir/ax", "")),
                dirty("intent to add", git -> {
                    git.write("soon.txt", "soon");
                    git.git("add", "--intent-to-add", "soon.txt");
                }),
                dirty("conflict", git -> {
                    git.git("checkout", "-q", "-b", "side");
                    git.write("dir/a.txt", "side\n");
                    git.commitAll();
                    git.git("checkout", "-q", "main");
                    git.write("dir/a.txt", "main\n");
                    git.commitAll();
                    git.tryGit("merge", "side");
                }),
                clean("sparse checkout", git -> {
                    git.git("-c", "index.sparse=false", "sparse-checkout", "set", "--no-cone", "/kept.txt");
                }),
                phantom("line ends of autocrlf", git -> {
                    git.git("config", "core.autocrlf", "true");
                    git.write("dir/a.txt", "a\r\n");
                }),
                dirty("line ends without autocrlf", git -> git.write("dir/a.txt", "a\r\n")),
                phantom("line ends of input", git -> {
                    git.git("config", "core.autocrlf", "input");
                    git.write("dir/a.txt", "a\r\n");
                }),
                phantom("line ends of a text", git -> {
                    git.write(".gitattributes", "*.txt text eol=crlf\n");
                    git.commitAll();
                    git.write("dir/a.txt", "a\r\n");
                }),
                phantom("line ends of eol alone", git -> {
                    git.write(".gitattributes", "*.txt eol=crlf\n");
                    git.commitAll();
                    git.write("dir/a.txt", "a\r\n");
                }),
                dirty("line ends of what is no text", git -> {
                    git.write(".gitattributes", "*.txt -text\n");
                    git.commitAll();
                    git.git("config", "core.autocrlf", "true");
                    git.write("dir/a.txt", "a\r\n");
                }),
                dirty("line ends of a binary macro", git -> {
                    git.write(".gitattributes", "* text=auto\n*.txt binary\n");
                    git.commitAll();
                    git.write("dir/a.txt", "a\r\n");
                }),
                phantom("line ends of an own macro", git -> {
                    git.write(".gitattributes", "[attr]prose text\n*.txt prose\n");
                    git.commitAll();
                    git.write("dir/a.txt", "a\r\n");
                }),
                phantom("line ends of the users attributes", git -> {
                    write(git.home().resolve(".config/git/attributes"), "*.txt text\n");
                    git.write("dir/a.txt", "a\r\n");
                }),
                dirty("line ends that the clone leaves alone", git -> {
                    git.write(".gitattributes", "*.txt text\n");
                    git.commitAll();
                    git.write(".git/info/attributes", "*.txt -text\n");
                    git.write("dir/a.txt", "a\r\n");
                }),
                dirty("line ends guessed of a lone return", git -> {
                    git.write("data.txt", "a\nb\rc\n");
                    git.commitAll();
                    git.git("config", "core.autocrlf", "true");
                    git.write("data.txt", "a\r\nb\rc\r\n");
                }),
                dirty("line ends guessed where the commit has them", git -> {
                    git.write("data.txt", "a\r\nb\n");
                    git.commitAll();
                    git.git("config", "core.autocrlf", "true");
                    git.write("data.txt", "a\r\nb\r\n");
                }),
                clean("line ends that were committed", git -> {
                    git.write("data.txt", "a\r\nb\r\n");
                    git.commitAll();
                    git.git("config", "core.autocrlf", "true");
                    age(git.top().resolve("data.txt"));
                }),
                phantom("ident", git -> {
                    git.write(".gitattributes", "*.py ident\n").write("id.py", "# $Id$ $$Id$ $Idx$\n");
                    git.commitAll();
                    git.write("id.py", "# $Id: 123 $ $$Id: 456 $ $Idx$\n");
                }),
                dirty("ident on two lines", git -> {
                    git.write(".gitattributes", "*.py ident\n").write("id.py", "# $Id$\n");
                    git.commitAll();
                    git.write("id.py", "# $Id: 123\n $\n");
                }),
                clean("encoding", git -> {
                    git.write(".gitattributes", "*.ps1 working-tree-encoding=UTF-16LE-BOM\n");
                    git.write("x.ps1", utf16("größe\n"));
                    git.commitAll();
                    age(git.top().resolve("x.ps1"));
                }),
                dirty("encoding", git -> {
                    git.write(".gitattributes", "*.ps1 working-tree-encoding=UTF-16LE-BOM\n");
                    git.write("x.ps1", utf16("größe\n"));
                    git.commitAll();
                    git.write("x.ps1", utf16("Größe\n"));
                }),
                dirty("names of all kinds", git -> git.write("größe/ünïcode 😀.txt", "1")
                        .write("tab\tnew\nline", "2")
                        .write("back\\slash", "")),
                clean("names of all kinds", git -> {
                    git.write("größe/ünïcode 😀.txt", "1")
                            .write("tab\tnew\nline", "2")
                            .write("back\\slash", "");
                    git.link("zum Glück", "größe/ünïcode 😀.txt");
                    git.commitAll();
                }),
                dirty("version 4 of the index", git -> {
                    git.git("update-index", "--index-version", "4");
                    git.write("dir/a.txt", "edited\n");
                }),
                clean("submodule", git -> withSubmodule(git)),
                clean("submodule not checked out", git -> {
                    withSubmodule(git);
                    git.git("submodule", "deinit", "-q", "-f", "sub");
                }),
                dirty("submodule deleted", git -> {
                    withSubmodule(git);
                    git.git("submodule", "deinit", "-q", "-f", "sub");
                    delete(git.top().resolve("sub"));
                }),
                dirty("submodule at another commit", git -> {
                    withSubmodule(git);
                    git.git("-C", "sub", "commit", "-q", "--allow-empty", "-m", "x");
                }));
    }

    private static void withSubmodule(GitFixture git) {
        GitFixture library =
                GitFixture.init(git.home().resolveSibling(""), "library").write("lib.py", "1");
        library.commitAll();
        git.git("submodule", "add", "-q", library.top().toString(), "sub");
        git.commitAll();
    }

    private static byte[] utf16(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }

    private interface FileAction {
        void run() throws IOException;
    }

    private static void on(FileAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        on(() -> Files.delete(file));
    }

    private static void mkdir(Path folder) {
        on(() -> Files.createDirectories(folder));
    }

    private static void link(Path link, String target) {
        on(() -> Files.createSymbolicLink(link, Path.of(target)));
    }

    private static void write(Path file, String text) {
        on(() -> {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        });
    }

    private static void permit(Path file, String permissions) {
        on(() -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions)));
    }

    private static void age(Path file) {
        on(() -> Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L)));
    }

    private static void editKeepingTime(Path file, String text) {
        on(() -> {
            FileTime before = Files.getLastModifiedTime(file);
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, before);
        });
    }
}
