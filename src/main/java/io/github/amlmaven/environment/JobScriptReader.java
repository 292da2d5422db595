package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the commands of one definition, with the files of its code that they install from. */
public final class JobScriptReader {
    private final FileTree tree;
    private final Document document;
    private final WrittenWords words;

    /**
     * A reader for one file.
     *
     * @param tree where the file and the code are
     * @param document the content of the file
     */
    public JobScriptReader(FileTree tree, Document document) {
        this.tree = tree;
        this.document = document;
        this.words = new WrittenWords(tree, document);
    }

    /**
     * Reads a command, and the files of the code that it installs from.
     *
     * @param at where in the file; a text
     * @param code the folder in which it runs; nothing when the code is not in the tree
     * @return what it runs and installs
     * @throws IOException when the tree cannot be read
     */
    public JobScript read(JsonPointer at, Optional<TreePath> code) throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        RequirementsReader requirements = new RequirementsReader(files);
        CommandReader reader = new CommandReader(
                files, requirements, path -> code.isPresent() ? find(files, code.get(), path) : Optional.empty());
        String text = document.root().at(at).asText();
        JoinedText script = new JoinedText(SourceText.ofText(document, at, text));
        script.append(0, text.length());
        reader.read(words.place(at, ShellScript.commands(script, 0)));
        List<CondaEnvironment> conda = new ArrayList<>();
        for (TreeEntry file : reader.conda()) {
            new CondaReader(files, requirements).read(file).ifPresent(conda::add);
        }
        return new JobScript(
                reader.commands(),
                reader.pip(),
                conda,
                List.of(),
                List.of(),
                reader.condaLists(),
                reader.projects(),
                requirements.read(),
                files.problems());
    }

    /**
     * Reads a conda environment that stands as a text in the configuration of Spark.
     *
     * @param at where in the file; a text
     * @return what it installs
     * @throws IOException when the tree cannot be read
     */
    public JobScript readSpark(JsonPointer at) throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        RequirementsReader requirements = new RequirementsReader(files);
        List<CondaEnvironment> spark = new ArrayList<>();
        String text = document.root().at(at).asText();
        Optional<String> standing = words.inPlace(at, text);
        try {
            Document inner = standing.isPresent()
                    ? Document.read(
                            document.path(),
                            new ByteArrayInputStream(standing.get().getBytes(StandardCharsets.UTF_8)))
                    : Document.read(document.textAt(at), text);
            spark.add(new CondaReader(files, requirements).read(inner, JsonPointer.empty()));
        } catch (UnreadableDocumentException e) {
            files.unreadable(e.location(), document.path().name(), "Conda cannot read the text: " + e.getMessage());
        }
        return JobScript.ofSpark(spark, requirements.read(), files.problems());
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
