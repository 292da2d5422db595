package io.github.amlmaven.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.Shared;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and hashes what the Azure ML client lists and hashes. */
@Tag("oracle")
class AzureCodeOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Code below a folder of the disk. */
    private record Question(Path base, String code, List<String> includes, CodeUse use) {
        ObjectNode json() {
            ObjectNode json = JSON.createObjectNode()
                    .put("base", base.toAbsolutePath().toString())
                    .put("code", code.isEmpty() ? "." : code)
                    .put("use", use.name());
            includes.forEach(json.putArray("includes")::add);
            return json;
        }
    }

    @Test
    void agreesOnRandomPatterns() throws Exception {
        Random random = new Random(20261123);
        List<ObjectNode> questions = Stream.generate(() -> JSON.createObjectNode()
                        .put("line", random.nextInt(3) == 0 ? garbled(random) : RandomFolders.pattern(random))
                        .put("path", RandomFolders.path(random)))
                .limit(100_000)
                .toList();
        List<JsonNode> answers = PythonOracle.ask("ignore_oracle.py", questions);
        assertThat(answers)
                .filteredOn(answer -> answer.asText().equals("excluded"))
                .hasSizeGreaterThan(5_000);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            String actual = verdict(questions.get(i));
            if (!actual.equals(answers.get(i).asText())) {
                differences.add(questions.get(i) + " Azure: " + answers.get(i) + ", ours: " + actual);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String garbled(Random random) {
        String alphabet = "*****//??[[]]!-^\\abBé.# \t";
        return random.ints(1 + random.nextInt(8), 0, alphabet.length())
                .mapToObj(c -> String.valueOf(alphabet.charAt(c)))
                .collect(Collectors.joining());
    }

    private static String verdict(ObjectNode question) {
        try {
            Optional<IgnorePattern> pattern =
                    IgnorePattern.of(question.get("line").asText());
            List<String> path = List.of(question.get("path").asText().split("/", -1));
            return pattern.filter(p -> p.matches(path))
                    .map(p -> p.excludes() ? "excluded" : "included")
                    .orElse("unmatched");
        } catch (IgnorePatternException e) {
            return "error";
        }
    }

    @Test
    void agreesOnRandomFolders(@TempDir Path temporary) throws Exception {
        Random random = new Random(20261123);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Path base = temporary.resolve(Integer.toString(i));
            RandomFolders folders = new RandomFolders(base, random);
            for (CodeUse use : CodeUse.values()) {
                List<String> includes = use == CodeUse.JOB ? List.of() : folders.includes();
                if (use != CodeUse.INCLUDES || !includes.isEmpty()) {
                    questions.add(new Question(base, folders.code(), includes, use));
                }
            }
        }
        assertThat(differences(questions)).isEmpty();
    }

    @Test
    void agreesOnEveryFolderOfTheCorpora() throws Exception {
        List<Question> questions = new ArrayList<>();
        for (Path base : List.of(Shared.path("corpus"), Shared.path("v1"))) {
            try (Stream<Path> folders = Files.walk(base)) {
                folders.filter(Files::isDirectory)
                        .sorted()
                        .forEach(folder -> questions.add(
                                new Question(base, base.relativize(folder).toString(), List.of(), CodeUse.COMPONENT)));
            }
        }
        assertThat(questions).hasSizeGreaterThan(300);
        assertThat(differences(questions)).isEmpty();
    }

    private static List<String> differences(List<Question> questions) throws Exception {
        List<JsonNode> answers = PythonOracle.ask(
                "code_oracle.py", questions.stream().map(Question::json).toList());
        assertThat(answers).filteredOn(answer -> answer.has("hash")).hasSizeGreaterThan(questions.size() / 2);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            JsonNode expected = answers.get(i);
            JsonNode actual = upload(questions.get(i), expected);
            boolean same = expected.has("error") ? actual.has("error") : actual.equals(expected);
            if (!same) {
                differences.add(questions.get(i).json() + "\n  Azure: " + expected + "\n  ours:  " + actual);
            }
        }
        return differences;
    }

    private static JsonNode upload(Question question, JsonNode expected) throws Exception {
        FileTree tree = new DiskTree(question.base());
        CodeListing listing = CodeFolder.list(
                tree,
                TreePath.of(question.code()),
                question.includes().stream().map(TreePath::of).toList(),
                question.use());
        if (!listing.problems().isEmpty()) {
            return JSON.createObjectNode().put("error", listing.problems().toString());
        }
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode files = JSON.createObjectNode();
        for (UploadedFile file : listing.files()) {
            files.put(file.name(), sha256(tree, file));
        }
        answer.put(
                "hash",
                ordered(listing)
                        ? CodeHashes.of(tree, listing)
                        : expected.path("hash").asText());
        return answer.set("files", files);
    }

    /** Whether the order of the hash is defined: names that differ by case only come in the order of the file system. */
    private static boolean ordered(CodeListing listing) {
        return listing.files().stream()
                        .map(file -> file.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == listing.files().size();
    }

    private static String sha256(FileTree tree, UploadedFile file) throws Exception {
        try (InputStream in = tree.open(file.entry())) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }
}
