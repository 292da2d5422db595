package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a job, a component or a step runs: a shell script that may install what its environment lacks.
 *
 * @param commands what it runs, in the order of the text
 * @param pip what it installs with pip, as lines of a requirements file
 * @param conda the conda environments that it creates or updates from files of its code
 * @param condaLists the lists of packages that it gives to conda
 * @param requirements every pip requirements file of its code on the way, each once
 * @param problems why a part could not be read; empty when all of it was
 */
public record JobScript(
        List<ShellCommand> commands,
        List<PipLine> pip,
        List<CondaEnvironment> conda,
        List<CondaList> condaLists,
        List<RequirementsFile> requirements,
        List<EnvironmentProblem> problems) {

    /** Takes its own copies. */
    public JobScript {
        commands = List.copyOf(commands);
        pip = List.copyOf(pip);
        conda = List.copyOf(conda);
        condaLists = List.copyOf(condaLists);
        requirements = List.copyOf(requirements);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a command, and the files of the code that it installs from.
     *
     * @param tree where the code is
     * @param document the file that has the command
     * @param at where in it; a text
     * @param code the folder in which it runs; nothing when the code is not in the tree
     * @return what it runs and installs
     * @throws IOException when the tree cannot be read
     */
    public static JobScript read(FileTree tree, Document document, JsonPointer at, Optional<TreePath> code)
            throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        RequirementsReader requirements = new RequirementsReader(files);
        CommandReader reader = new CommandReader(
                files, requirements, path -> code.isPresent() ? find(files, code.get(), path) : Optional.empty());
        String text = document.root().at(at).asText();
        JoinedText script = new JoinedText(SourceText.ofText(document, at, text));
        script.append(0, text.length());
        reader.read(WrittenWords.of(tree, document, at).place(ShellScript.commands(script, 0)));
        List<CondaEnvironment> conda = new ArrayList<>();
        for (TreeEntry file : reader.conda()) {
            new CondaReader(files, requirements).read(file).ifPresent(conda::add);
        }
        return new JobScript(
                reader.commands(), reader.pip(), conda, reader.condaLists(), requirements.read(), files.problems());
    }

    private static Optional<TreeEntry> find(EnvironmentFiles files, TreePath code, String path) throws IOException {
        try {
            return path.startsWith("/") || path.indexOf('$') >= 0
                    ? Optional.empty()
                    : files.find(code, path).filter(TreeEntry::isFile);
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }
}
