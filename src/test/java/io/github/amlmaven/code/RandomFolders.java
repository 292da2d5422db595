package io.github.amlmaven.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A folder {@code code} and others beside it, on the disk, with ignore files and links as a generator makes them. */
final class RandomFolders {
    private static final List<String> FILES = List.of(
            "a.py",
            "B.py",
            "b.py",
            "data.csv",
            "notes.log",
            ".env",
            "é.txt",
            "x y.txt",
            "[z].txt",
            "#h",
            "!n",
            "Σ",
            "İ",
            "😀.md",
            "__pycache__",
            "empty",
            "lib.zip");
    private static final List<String> FOLDERS =
            List.of("sub", "Build", "build", "__pycache__", "data", "ü", ".cache", "deep", "a.py.d");
    private static final List<String> NAMES = List.of(
            "*",
            "**",
            "*.py",
            "?.py",
            "[ab].py",
            "[!a].*",
            "[^a]*",
            "[]x]*",
            "[a-z]*.log",
            ".*",
            "é*",
            "x y.txt",
            "x*",
            "\\#h",
            "\\!n",
            "sub",
            "build",
            "Build",
            "data",
            "ü",
            "..",
            ".",
            "a.py",
            "data.csv",
            "other",
            "lib",
            "[z].txt",
            "\\[z].txt",
            "[",
            "a**y",
            "__pycache__",
            "*.d",
            "😀*",
            "?.md",
            "");
    private static final List<String> ODD = List.of(
            "",
            "# comment",
            "  *.log  ",
            "/",
            "!",
            "!/",
            "a\\",
            "[z-a]",
            "**/",
            "/**",
            "**/**",
            "//",
            "!*",
            "*",
            "\\",
            "  # x",
            "\t",
            "!!n",
            "#h");

    private final Random random;
    private final Path base;
    private final List<String> includes = new ArrayList<>();

    RandomFolders(Path base, Random random) throws IOException {
        this.base = base;
        this.random = random;
        fill(base.resolve("other"), 1, false);
        fill(base.resolve("other/lib"), 2, false);
        Files.writeString(base.resolve("other/one.py"), "one");
        Files.writeString(base.resolve("other/lib/two.py"), "two");
        fill(base.resolve("code"), 3, true);
        for (int i = random.nextInt(4) - 1; i > 0; i--) {
            includes.add(pick(List.of(
                    "other",
                    "other/lib",
                    "other/lib",
                    "other/one.py",
                    "other/lib/two.py",
                    "other/here.py",
                    "other/none.zip")));
        }
    }

    String code() {
        return random.nextInt(12) > 0 || !Files.isRegularFile(base.resolve("code/a.py")) ? "code" : "code/a.py";
    }

    List<String> includes() {
        return includes;
    }

    private void fill(Path folder, int depth, boolean links) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("here.py"),
                folder.toString().substring(base.toString().length()));
        for (int i = random.nextInt(6); i > 0; i--) {
            Path file = folder.resolve(pick(FILES));
            if (!Files.exists(file)) {
                Files.writeString(file, random.nextInt(4) == 0 ? "" : "content " + random.nextInt(100));
            }
        }
        for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
            Path child = folder.resolve(pick(FOLDERS));
            if (!Files.exists(child)) {
                fill(child, depth - 1, links);
            }
        }
        ignoreFile(folder.resolve(".amlignore"), 6);
        ignoreFile(folder.resolve(".gitignore"), 3);
        if (links) {
            link(folder, "to-file", "other/lib/here.py");
            link(folder, pick(FOLDERS), "other/lib");
            link(folder, "to-folder", "other");
        }
    }

    private void ignoreFile(Path file, int oneIn) throws IOException {
        if (random.nextInt(oneIn) > 0) {
            return;
        }
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(random.nextInt(25) == 0 ? pick(ODD) : pattern(random))
                    .append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        Files.writeString(file, text);
    }

    /** A line as it may stand in an ignore file. */
    static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
        pattern.append(random.nextInt(4) == 0 ? "/" : "").append(pick(random, NAMES));
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            pattern.append('/').append(pick(random, NAMES));
        }
        return pattern.append(random.nextInt(4) == 0 ? "/" : "").toString();
    }

    /** Mostly to what is there; never back into the code, since the client would turn in circles. */
    private void link(Path folder, String name, String target) throws IOException {
        Path link = folder.resolve(name);
        if (random.nextInt(8) == 0 && !Files.exists(link)) {
            Path to = random.nextInt(20) == 0 ? Path.of("nowhere") : folder.relativize(base.resolve(target));
            Files.createSymbolicLink(link, to);
        }
    }

    /** A path of names that patterns are about. */
    static String path(Random random) {
        StringBuilder path = new StringBuilder(random.nextInt(10) == 0 ? "../" : "");
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(pick(random, FOLDERS)).append('/');
        }
        return path.append(pick(random, FILES)).toString();
    }

    private String pick(List<String> list) {
        return pick(random, list);
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
