package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what shell commands install, and the lists that they install from. */
final class CommandReader {
    private final EnvironmentFiles files;
    private final RequirementsReader requirements;
    private final Place place;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<PipLine> pip = new ArrayList<>();
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

    void read(List<ShellCommand> script) throws IOException {
        read(script, new ShellFolder());
    }

    /** What variables of the environment say to pip, wherever it is run. */
    void configure(List<PipLine> lines) throws IOException {
        install(lines, new ShellFolder());
    }

    private void read(List<ShellCommand> script, ShellFolder folder) throws IOException {
        for (ShellCommand command : script) {
            commands.add(command);
            folder.apply(command);
            variables(command, folder);
            install(PipCommand.lines(command), folder);
            ProjectInstall.of(command, path -> find(path, folder)).ifPresent(projects::add);
            Optional<String> condaFile = CondaCommand.file(command);
            if (condaFile.isPresent()) {
                find(condaFile.get(), folder).ifPresent(conda::add);
            }
            Optional<Token> condaList = CondaCommand.list(command);
            if (condaList.isPresent()) {
                condaLists.add(list(condaList.get(), folder));
            }
            script(command, folder);
        }
    }

    private Optional<TreeEntry> find(String path, ShellFolder folder) throws IOException {
        Optional<String> resolved = folder.resolve(path);
        return resolved.isPresent() ? place.find(resolved.get()).filter(TreeEntry::isFile) : Optional.empty();
    }

    private void variables(ShellCommand command, ShellFolder folder) throws IOException {
        boolean exported = command.program().equals("export");
        for (Token word : exported ? command.words() : command.assignments()) {
            install(PipVariables.lines(word), folder);
        }
    }

    private void install(List<PipLine> lines, ShellFolder folder) throws IOException {
        for (PipLine line : lines) {
            pip.add(line instanceof PipLine.Include include ? follow(include, folder) : line);
        }
    }

    /** The commands of a script that is a file of the repository, which is read where it is called first. */
    private void script(ShellCommand command, ShellFolder folder) throws IOException {
        Optional<String> path = ScriptCall.path(command);
        Optional<TreeEntry> file = path.isPresent() ? find(path.get(), folder) : Optional.empty();
        if (file.isPresent() && scripts.add(file.get().path())) {
            Optional<SourceText> text = files.script(file.get());
            if (text.isPresent()) {
                JoinedText joined = new JoinedText(text.get());
                joined.append(0, text.get().text().length());
                read(ShellScript.commands(joined, 0), ScriptCall.isSourced(command) ? folder : folder.copy());
            }
        }
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
        return file.isPresent() ? requirements.follow(include, file.get()) : include;
    }

    List<ShellCommand> commands() {
        return commands;
    }

    List<PipLine> pip() {
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
