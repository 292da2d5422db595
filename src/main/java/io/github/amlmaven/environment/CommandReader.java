package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what shell commands install, and the lists that they install from. */
final class CommandReader {
    /** What uv takes behind {@code -r} besides lists: what a project says it needs, in which nothing has to be exact. */
    private static final Pattern PROJECT = Pattern.compile("pyproject\\.toml|setup\\.(?:py|cfg)");

    /** A lock file, in which everything <a href="https://packaging.python.org/en/latest/specifications/pylock-toml/">is exact</a>. */
    private static final Pattern LOCK = Pattern.compile("pylock(?:\\.[^.]+)?\\.toml");

    private final EnvironmentFiles files;
    private final RequirementsReader requirements;
    private final Place place;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<PipRun> pip = new ArrayList<>();
    private final Set<TreePath> configurations = new HashSet<>();
    private final Set<TreePath> sources = new HashSet<>();
    private final List<TreeEntry> conda = new ArrayList<>();
    private final List<CondaList> condaLists = new ArrayList<>();
    private final List<ProjectInstall> projects = new ArrayList<>();
    private final Set<TreePath> scripts = new HashSet<>();

    /** Where the commands run. */
    interface Place {
        /** The file of the repository that a path leads to there; nothing when that is not plain. */
        Optional<TreeEntry> find(String path) throws IOException;
    }

    CommandReader(EnvironmentFiles files, RequirementsReader requirements, Place place) {
        this.files = files;
        this.requirements = requirements;
        this.place = place;
    }

    /** A script that has begun: the commands that are left of it, and where they run. */
    private record Running(Iterator<ShellStep> left, ShellFolders folders) {
        static Running of(List<ShellStep> script, ShellFolder folder) {
            return new Running(script.iterator(), new ShellFolders(folder));
        }
    }

    void read(List<ShellStep> script) throws IOException {
        Deque<Running> running = new ArrayDeque<>();
        running.addLast(Running.of(script, new ShellFolder()));
        while (!running.isEmpty()) {
            Running innermost = running.getLast();
            if (innermost.left().hasNext()) {
                ShellStep step = innermost.left().next();
                ShellFolder folder = innermost.folders().of(step.shell());
                read(step.command(), folder);
                script(step.command(), folder).ifPresent(running::addLast);
            } else {
                running.removeLast();
            }
        }
    }

    /** What variables of the environment say to pip, wherever it is run. */
    void configure(List<PipLine> lines) throws IOException {
        tell(lines, new ShellFolder(), true);
    }

    /** What a file of pip's or of uv's configuration says to it, wherever it is run. */
    void configuration(TreeEntry file) throws IOException {
        if (configurations.add(file.path())) {
            Optional<SourceText> text = files.list(file);
            boolean uv = file.path().name().endsWith(".toml");
            tell(
                    text.map(uv ? UvConfiguration::read : PipConfiguration::read)
                            .orElse(List.of()),
                    new ShellFolder(),
                    true);
        }
    }

    private void read(ShellCommand command, ShellFolder folder) throws IOException {
        commands.add(command);
        folder.apply(command);
        variables(command, folder);
        List<PipLine> lines = PipCommand.lines(command);
        tell(lines, folder, false);
        tell(PipCommand.configured(command), folder, true);
        Optional<ProjectInstall> project = ProjectInstall.of(command, path -> find(path, folder));
        project.ifPresent(projects::add);
        if (UvProject.isRead(command, lines, project)) {
            project(UvProject.of(command, lines), folder);
        }
        Optional<String> condaFile = CondaCommand.file(command);
        if (condaFile.isPresent()) {
            find(condaFile.get(), folder).ifPresent(conda::add);
        }
        Optional<Token> condaList = CondaCommand.list(command);
        if (condaList.isPresent()) {
            condaLists.add(list(condaList.get(), folder));
        }
    }

    /** What uv takes from the {@code pyproject.toml} in the folder where it runs. */
    private void project(UvProject use, ShellFolder folder) throws IOException {
        Optional<TreeEntry> file = use.settings() || use.sources() ? find("pyproject.toml", folder) : Optional.empty();
        Optional<SourceText> text = file.isPresent() ? files.list(file.get()) : Optional.empty();
        if (text.isEmpty()) {
            return;
        }
        if (use.settings()
                && find("uv.toml", folder).isEmpty()
                && configurations.add(text.get().at(0).path())) {
            tell(UvConfiguration.ofProject(text.get()), folder, true);
        }
        if (use.sources() && sources.add(text.get().at(0).path())) {
            tell(UvSources.read(text.get()), folder, false);
        }
    }

    private Optional<TreeEntry> find(String path, ShellFolder folder) throws IOException {
        Optional<String> resolved = folder.resolve(path);
        return resolved.isPresent() ? place.find(resolved.get()).filter(TreeEntry::isFile) : Optional.empty();
    }

    private void variables(ShellCommand command, ShellFolder folder) throws IOException {
        boolean exported = command.program().equals("export");
        for (Token word : exported ? command.words() : command.assignments()) {
            tell(PipVariables.lines(word), folder, true);
        }
    }

    private void tell(List<PipLine> lines, ShellFolder folder, boolean standing) throws IOException {
        List<PipLine> told = new ArrayList<>();
        for (PipLine line : lines) {
            if (line instanceof PipLine.Setting setting && setting.name().equals(PipVariables.CONFIG_FILE)) {
                Optional<TreeEntry> file =
                        find(setting.value().orElse(setting.written()).text(), folder);
                if (file.isPresent()) {
                    configuration(file.get());
                }
            } else {
                told.add(line instanceof PipLine.Include include ? follow(include, folder) : line);
            }
        }
        if (!told.isEmpty()) {
            pip.add(new PipRun(told, standing));
        }
    }

    /** The script that a command runs, when that is a file of the repository; it is read where it is called first. */
    private Optional<Running> script(ShellCommand command, ShellFolder folder) throws IOException {
        Optional<String> path = ScriptCall.path(command);
        Optional<TreeEntry> file = path.isPresent() ? find(path.get(), folder) : Optional.empty();
        Optional<SourceText> text =
                file.isPresent() && scripts.add(file.get().path()) ? files.script(file.get()) : Optional.empty();
        return text.map(source -> {
            JoinedText joined = new JoinedText(source);
            joined.append(0, source.text().length());
            return Running.of(ShellScript.commands(joined, 0), ScriptCall.isSourced(command) ? folder : folder.copy());
        });
    }

    private CondaList list(Token written, ShellFolder folder) throws IOException {
        Optional<TreeEntry> file = find(written.text(), folder);
        Optional<SourceText> text = file.isPresent() ? files.list(file.get()) : Optional.empty();
        return text.map(list -> CondaList.read(list, written)).orElseGet(() -> CondaList.unknown(written));
    }

    private PipLine follow(PipLine.Include include, ShellFolder folder) throws IOException {
        Optional<TreeEntry> file = RequirementsReader.isUrl(include.source().text())
                ? Optional.empty()
                : find(include.source().text(), folder);
        String name = file.map(entry -> entry.path().name()).orElse("");
        if (PROJECT.matcher(name).matches()) {
            return include;
        }
        if (LOCK.matcher(name).matches()) {
            return new PipLine.Include(
                    include.written(), include.source(), include.constraints(), file.map(TreeEntry::path));
        }
        return file.isPresent() ? requirements.follow(include, file.get()) : include;
    }

    List<ShellCommand> commands() {
        return commands;
    }

    List<PipRun> pip() {
        return pip;
    }

    /** The conda files that are given to conda, in the order of the commands. */
    List<TreeEntry> conda() {
        return conda;
    }

    List<CondaList> condaLists() {
        return condaLists;
    }

    List<ProjectInstall> projects() {
        return projects;
    }
}
