package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        for (ShellCommand command : script) {
            commands.add(command);
            for (PipLine line : PipCommand.lines(command)) {
                pip.add(line instanceof PipLine.Include include ? follow(include) : line);
            }
            ProjectInstall.of(command, place).ifPresent(projects::add);
            Optional<String> condaFile = CondaCommand.file(command);
            if (condaFile.isPresent()) {
                place.find(condaFile.get()).ifPresent(conda::add);
            }
            Optional<Token> condaList = CondaCommand.list(command);
            if (condaList.isPresent()) {
                condaLists.add(list(condaList.get()));
            }
        }
    }

    private CondaList list(Token written) throws IOException {
        Optional<TreeEntry> file = place.find(written.text());
        Optional<SourceText> text = file.isPresent() ? files.list(file.get()) : Optional.empty();
        return text.map(list -> CondaList.read(list, written)).orElseGet(() -> CondaList.unknown(written));
    }

    private PipLine follow(PipLine.Include include) throws IOException {
        Optional<TreeEntry> file = RequirementsReader.isUrl(include.source().text())
                ? Optional.empty()
                : place.find(include.source().text());
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
