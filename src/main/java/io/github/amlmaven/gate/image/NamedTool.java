package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The package managers of languages other than pip and R, and what they are told to install by its name. */
enum NamedTool {
    NPM(
            "npm install|npm i|npm add|pnpm add|pnpm install|pnpm i|yarn add|yarn global add",
            "--prefix|--registry|-C|--dir|--cwd|--cache|--loglevel|-w|--workspace|--filter|--omit" + "|--include",
            "(?:@[^@/]+/)?[^@/]+@\\d+\\.\\d+\\.\\d+[\\w.+-]*",
            "(?!)",
            "<name>@<version>"),
    PYTHON(
            "poetry add|pdm add|uv add|uv tool install|pipx install|pipenv install",
            "-G|--group|--source|-E|--extras|--extra|-p|--python|--index-url|--index|--with|--pip-args"
                    + "|--suffix|-i|-r|--requirements|--categories",
            "[^=<>!~@]+(?:==|@)\\d[^*,]*",
            "(?!)",
            "<name>==<version>"),
    /** uv knows of each minor version the newest release from before its own. */
    UV_PYTHON(
            "uv python install",
            "-i|--install-dir|--mirror|--pypy-mirror|--graalpy-mirror|--pyodide-mirror|--python-downloads-json-url"
                    + "|--cache-dir|--color|--allow-insecure-host|--directory|--project|--config-file",
            "(?:==|[a-z]+[-@]?)?\\d+\\.\\d+\\.\\d+[^*,]*",
            "(?!)",
            "3.12.7"),
    GO(
            "go install|go get",
            "-ldflags|-tags|-o|-p|-gcflags|-modfile",
            "[^@]+(?:@v\\d+\\.\\d+\\.\\d+\\S*|@[0-9a-f]{12,40})?",
            "(?!)",
            "<name>@<version>"),
    CARGO(
            "cargo install|cargo binstall",
            "--version|--vers|--git|--rev|--tag|--branch|--root|--features|-F|--path|-j|--jobs|--target"
                    + "|--index|--registry|--bin|--profile",
            "[^@]+@=?\\d+\\.\\d+\\.\\d+\\S*",
            "--vers(?:ion)?(?:=.*)?|--rev(?:=.*)?|--path(?:=.*)?",
            "<name>@<version>"),
    GEM(
            "gem install",
            "-v|--version|-i|--install-dir|-s|--source|-n|--bindir|--platform|-P|--trust-policy",
            "[^:]+:\\d\\S*",
            "(?:-v|--version)(?:=?\\d.*)?",
            "<name>:<version>");

    /** What comes from a file, or from a commit. */
    private static final Pattern FIXED =
            Pattern.compile("[./~].*|file:.*|.*\\.(?:tgz|whl|gem|tar\\.gz)|.*[#@][0-9a-f]{40}|.*\\$.*", Pattern.DOTALL);

    private final Pattern verbs;
    private final Pattern withValue;
    private final Pattern exact;
    private final Pattern versionOption;
    private final String example;

    /**
     * Describes a package manager.
     *
     * @param verbs what it is called with to install by name
     * @param withValue its options that take the next word
     * @param exact a name with its very version
     * @param versionOption an option that fixes the version of all that is named; a tag can be moved, and is none
     * @param example how a name stands with its version
     */
    NamedTool(String verbs, String withValue, String exact, String versionOption, String example) {
        this.verbs = Pattern.compile(verbs);
        this.withValue = Pattern.compile(withValue);
        this.exact = Pattern.compile(exact);
        this.versionOption = Pattern.compile(versionOption);
        this.example = example;
    }

    /** How a name stands with its version. */
    String example() {
        return example;
    }

    /** The names that are installed in whatever version is newest. */
    Stream<Token> loose(ShellCommand command) {
        List<Token> words = command.words();
        int first = first(command);
        if (first < 0
                || words.stream()
                        .anyMatch(word -> versionOption.matcher(word.text()).matches())) {
            return Stream.empty();
        }
        List<Token> loose = new ArrayList<>();
        for (int i = first; i < words.size(); i++) {
            String text = words.get(i).text();
            if (withValue.matcher(text).matches()) {
                i++;
            } else if (!text.startsWith("-")
                    && !FIXED.matcher(text).matches()
                    && !exact.matcher(text).matches()) {
                loose.add(words.get(i));
            }
        }
        return loose.stream();
    }

    /** Where the words behind the verb begin; -1 when it is none of these verbs. */
    private int first(ShellCommand command) {
        List<Token> words = command.words();
        StringBuilder said = new StringBuilder(command.program());
        for (int i = 1; i < Math.min(words.size(), 3); i++) {
            said.append(' ').append(words.get(i).text());
            if (verbs.matcher(said).matches()) {
                return i + 1;
            }
        }
        return -1;
    }
}
