package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.Shared;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads requirements as packaging and pip do. */
@Tag("oracle")
class PythonGrammarOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RANDOM = 50_000;

    /** What requirements are made of. */
    private static final List<String> PIECES = List.of(
            "a",
            "pandas",
            "A.b-c_d",
            "1",
            "-",
            "_",
            ".",
            " ",
            "  ",
            "\t",
            "[x]",
            "[x, y]",
            "[",
            "]",
            "(",
            ")",
            "==",
            "===",
            ">=",
            "<",
            "!=",
            "~=",
            "=",
            "1.0",
            "1.*",
            "2!1.0",
            "v1.0",
            "1.0rc1",
            "1.0.post1",
            "1.0.dev2",
            "1.0+local.1",
            "1.0-1",
            "*",
            ",",
            ";",
            " ; ",
            "@",
            " @ ",
            "https://h/a-1.0.whl",
            "git+https://h/r@main",
            "#sha256=00",
            "os_name",
            "python_version",
            "extra",
            "'x'",
            "\"3\"",
            "in",
            "not in",
            "and",
            " or ",
            "ß",
            "é");

    /** What requirements files are made of, besides. */
    private static final List<String> FILE_PIECES = List.of(
            "\n",
            "\n",
            "\r\n",
            "\\\n",
            " \\\n",
            "#",
            " # why",
            "-r",
            "-r x.txt",
            "-c y.txt",
            "--requirement=z",
            "--re",
            "-e",
            "-e .",
            "--pre",
            "--hash",
            "--hash=sha256:00",
            "--index-url https://i",
            "-i",
            "-",
            "--",
            "-x",
            "'",
            "\"",
            "\\",
            "./p",
            "p.whl",
            "p.zip",
            "${X}");

    @Test
    void takesRequirementsAsPackagingDoes() throws Exception {
        List<String> texts = new ArrayList<>(lines("requirements.*\\.txt|conda.*\\.ya?ml"));
        Random random = new Random(508);
        Stream.generate(() -> random(random, PIECES, 7)).limit(RANDOM).forEach(texts::add);
        List<JsonNode> answers = PythonOracle.ask(
                "requirement_oracle.py", texts.stream().map(TextNode::new).toList());
        assertThat(answers).filteredOn(JsonNode::isObject).hasSizeGreaterThan(1_000);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonNode ours = requirement(texts.get(i));
            if (!ours.equals(answers.get(i))) {
                differences.add("[" + texts.get(i) + "] packaging: " + answers.get(i) + ", ours: " + ours);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static JsonNode requirement(String text) {
        try {
            Requirement requirement = RequirementGrammar.requirement(text);
            ObjectNode json = JSON.createObjectNode().put("name", requirement.name());
            requirement.extras().stream().distinct().sorted().forEach(json.putArray("extras")::add);
            requirement.specifiers().stream()
                    .map(VersionSpecifier::toString)
                    .distinct()
                    .sorted()
                    .forEach(json.putArray("specifiers")::add);
            return json.put("url", requirement.url().orElse(null));
        } catch (GrammarException e) {
            return JSON.nullNode();
        }
    }

    @Test
    void takesRequirementsFilesAsPipDoes() throws Exception {
        List<String> texts = new ArrayList<>(files("requirements.*\\.txt"));
        Random random = new Random(26);
        List<String> pieces =
                Stream.concat(PIECES.stream(), FILE_PIECES.stream()).toList();
        Stream.generate(() -> random(random, pieces, 12)).limit(RANDOM).forEach(texts::add);
        List<JsonNode> answers = PythonOracle.ask(
                "requirements_file_oracle.py", texts.stream().map(TextNode::new).toList());
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<PipLine> ours = PipGrammar.read(SourceText.ofFile(TreePath.of("r.txt"), texts.get(i)));
            if (!agree(ours, answers.get(i))) {
                differences.add(JSON.writeValueAsString(texts.get(i)) + " pip: " + answers.get(i) + ", ours: " + ours);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Whether each logical line of pip's is what we have where it begins. We keep every option of a line, and pip's kind is that of one. */
    private static boolean agree(List<PipLine> ours, JsonNode pip) {
        List<PipLine> left = new ArrayList<>(ours);
        for (int i = 0; i < pip.size(); i++) {
            int end = i + 1 < pip.size() ? pip.get(i + 1).get("line").asInt() : Integer.MAX_VALUE;
            List<String> kinds = new ArrayList<>();
            while (!left.isEmpty() && left.get(0).written().location().line() < end) {
                kinds.add(kind(left.remove(0)));
            }
            String theirs = pip.get(i).get("kind").asText();
            // What a variable holds is not known, and a path that leads nowhere is one all the same.
            boolean unknown = kinds.contains("variable") || (kinds.contains("placed") && theirs.equals("malformed"));
            if (!unknown && !first(kinds).equals(theirs)) {
                return false;
            }
        }
        return left.isEmpty();
    }

    private static String first(List<String> kinds) {
        return Stream.of("editable", "include", "constraints", "setting", "named", "placed", "malformed")
                .filter(kinds::contains)
                .findFirst()
                // An option line may hold nothing but '--'.
                .orElse("setting");
    }

    private static String kind(PipLine line) {
        if (line instanceof PipLine.Include include) {
            return include.constraints() ? "constraints" : "include";
        }
        if (line instanceof PipLine.Placed placed) {
            return placed.editable() ? "editable" : "placed";
        }
        return line.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String random(Random random, List<String> pieces, int most) {
        return random.ints(1 + random.nextInt(most), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
    }

    /** What stands behind a dash, or alone on a line, in the files of the corpus with such a name. */
    private static List<String> lines(String names) throws IOException {
        Pattern entry = Pattern.compile("(?m)^\\s*(?:-\\s+)?([^\\s#:{-][^#:{\\n]*?)\\s*(?:#.*)?$");
        List<String> lines = new ArrayList<>();
        for (String text : files(names)) {
            Matcher matcher = entry.matcher(text);
            while (matcher.find()) {
                lines.add(matcher.group(1));
            }
        }
        return lines;
    }

    private static List<String> files(String names) throws IOException {
        Path corpus = Shared.path("corpus");
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().matches(names)) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
