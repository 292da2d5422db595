package io.github.amlmaven.definition;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether a file that is no YAML and no JSON was meant to be an Azure ML definition. Patterns that take in a whole repository also match
 * the templates of Helm and Jinja, which are not to refuse a build; a definition with a slip of the pen is.
 */
final class AzureSigns {
    /** A definition that is longer says what it is before that. */
    private static final int ENOUGH = 1 << 20;

    private static final Pattern NAME = Pattern.compile(
            "flow\\.(?:dag|flex)\\.yaml|pipeline_definition\\.json|azureml_environment\\.json|.*\\.runconfig");

    /**
     * A reference, or a schema, which is no longer than that. That other tools speak of Azure ML, in a title or in the path of a file, says
     * nothing.
     */
    private static final Pattern WORD = Pattern.compile(
            "(?:[:,\\[]|^[ \\t]*-)[ \\t]*[\"']?azureml:|\\$schema[\"']?\\s*:.{0,400}(?:azureml|promptflow)",
            Pattern.MULTILINE);

    private static final Pattern TYPE =
            top("type", "(?:" + String.join("|", Recognition.TYPES) + "|\\w+Component)(?=[\"'\\s,}]|$)");

    /** Fields that other tools do not have at the top of their files. */
    private static final Pattern OWN = top(
            "(?:conda_file|create_job|create_monitor|endpoint_name|auth_mode|experiment_name|is_deterministic|inference_config"
                    + "|code_configuration|amlModuleIdentifier|search_space|additional_includes|ArgumentVector)",
            "");

    /** What a step of a pipeline has and a job of a CI system has not. */
    private static final Pattern STEP = Pattern.compile(
            "(?:^[ \\t]+(?:- )?|[{,]\\s*)[\"']?(?:(?:component|trial|compute)[\"']?\\s*:|type[\"']?\\s*:\\s*[\"']?(?:"
                    + String.join("|", Recognition.TYPES) + ")\\b)",
            Pattern.MULTILINE);

    /** The byte order mark of UTF-8, byte for byte; that of UTF-16 is gone by then. */
    private static final Pattern MARK = Pattern.compile("\\A\\xEF\\xBB\\xBF");

    private static final Pattern JOBS = top("jobs", "");

    /** Fields that only together make a definition, as the recognition of one that can be read has it. */
    private static final List<List<Pattern>> TOGETHER = List.of(
            List.of(top("command", ""), top("environment", "")),
            List.of(top("image", ""), top("name", ""), top("version", "")),
            List.of(top("build", ""), top("name", ""), top("version", "")));

    private AzureSigns() {}

    /**
     * Looks at the beginning of a file.
     *
     * @param tree the tree that has it
     * @param file the file
     * @return whether it names Azure ML, or has the fields of one of its definitions
     * @throws IOException when it cannot be read
     */
    static boolean areIn(FileTree tree, TreeEntry file) throws IOException {
        if (NAME.matcher(file.path().name()).matches()) {
            return true;
        }
        byte[] bytes;
        try (InputStream in = tree.open(file)) {
            bytes = in.readNBytes(ENOUGH);
        }
        String text = MARK.matcher(new String(bytes, charset(bytes))).replaceFirst("");
        String top = OuterBraces.of(text).orElse(text);
        return WORD.matcher(text).find()
                || TYPE.matcher(top).find()
                || OWN.matcher(top).find()
                || TOGETHER.stream().anyMatch(fields -> fields.stream()
                        .allMatch(field -> field.matcher(top).find()))
                || (JOBS.matcher(top).find() && STEP.matcher(text).find());
    }

    /** A field at the beginning of a line, or behind a brace or a comma there, as the outer braces of JSON are told. */
    private static Pattern top(String name, String value) {
        return Pattern.compile("^(?:[{,]\\s*)?[\"']?" + name + "[\"']?\\s*:\\s*[\"']?" + value, Pattern.MULTILINE);
    }

    /** All that is looked for is ASCII, so that any encoding of one byte will do. */
    private static Charset charset(byte... bytes) {
        boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
        return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }
}
