package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the commands of one definition, with the files of its code that they install from. */
public final class JobScriptReader {
    private static final String COMMAND = "command";
    private static final String VARIABLES = "environment_variables";

    /** The name of the same in SDK v1, where an environment has them. */
    private static final String VARIABLES_V1 = "environmentVariables";

    private final FileTree tree;
    private final Document document;
    private final WrittenWords words;

    /**
     * Whether something runs, or has a say in what is installed where it runs.
     *
     * @param definition a job, a component, a step or a deployment
     * @return whether {@link #read} would find anything to read
     */
    public static boolean isIn(JsonNode definition) {
        return definition.path(COMMAND).isTextual()
                || definition.path(VARIABLES).isObject();
    }

    /**
     * Whether an environment of SDK v1 has a say in what is installed where it is used.
     *
     * @param environment the environment
     * @return whether {@link #readVariables} would find anything to read
     */
    public static boolean isInV1(JsonNode environment) {
        return environment.path(VARIABLES_V1).isObject();
    }

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
     * Reads the command of a job, of a component or of a step, with the files of the code that it installs from, and what the environment
     * variables there say to pip.
     *
     * @param at where in the file: an object that has a {@code command}, {@code environment_variables} or both
     * @param code what is uploaded for it; the command runs in its root
     * @return what it runs and installs
     * @throws IOException when the tree cannot be read
     */
    public JobScript read(JsonPointer at, Uploaded code) throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        RequirementsReader requirements = new RequirementsReader(files);
        CommandReader reader = reader(files, requirements, code);
        reader.configure(variables(at.appendProperty(VARIABLES)));
        JsonPointer command = at.appendProperty(COMMAND);
        if (document.root().at(command).isTextual()) {
            String text = document.root().at(command).asText();
            JoinedText script = new JoinedText(SourceText.ofText(document, command, text));
            script.append(0, text.length());
            reader.read(words.place(command, ShellScript.commands(script, 0)));
        }
        return script(files, requirements, reader);
    }

    /**
     * Reads what the environment variables of SDK v1 say to pip.
     *
     * @param at where in the file: an environment of SDK v1
     * @return what they say
     * @throws IOException when the tree cannot be read
     */
    public JobScript readVariables(JsonPointer at) throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        RequirementsReader requirements = new RequirementsReader(files);
        // Which code it is used with, only those know that use it.
        CommandReader reader = reader(files, requirements, Uploaded.NOTHING);
        reader.configure(variables(at.appendProperty(VARIABLES_V1)));
        return script(files, requirements, reader);
    }

    private static CommandReader reader(EnvironmentFiles files, RequirementsReader requirements, Uploaded code) {
        return new CommandReader(
                files, requirements, path -> path.startsWith("/") ? Optional.empty() : code.find(path));
    }

    private static JobScript script(EnvironmentFiles files, RequirementsReader requirements, CommandReader reader)
            throws IOException {
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

    private List<PipLine> variables(JsonPointer at) {
        List<PipLine> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> variable : document.root().at(at).properties()) {
            JsonPointer pointer = at.appendProperty(variable.getKey());
            String text = UrlSecrets.hide(variable.getValue().asText());
            // A number or a yes says nothing without its name.
            Token written = variable.getValue().isTextual()
                    ? new Token(text, document.textAt(pointer))
                    : new Token(variable.getKey(), document.keyOf(pointer));
            lines.addAll(PipVariables.lines(variable.getKey(), new Token(text, document.textAt(pointer)), written));
        }
        return lines;
    }
}
