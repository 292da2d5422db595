package io.github.amlmaven.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.Shared;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads what PyYAML reads, key by key, type by type and value by value. */
@Tag("oracle")
class PyYamlOracleTest {
    private static final Path OURS = Path.of("src", "test", "oracle");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is refused although PyYAML reads it: it would lose a value there, or JSON cannot hold it. */
    private static final Pattern STRICTER =
            Pattern.compile("^the key .* is there already|so that it has no end$|^half a surrogate pair");

    @Test
    void agreesOnScalarsThatPeopleTripOver() throws Exception {
        List<String> scalars = Files.readAllLines(OURS.resolve("scalars.txt"));
        assertThat(scalars).hasSizeGreaterThan(100);
        assertThat(differences(scalars)).isEmpty();
    }

    @Test
    void agreesOnRandomScalars() throws Exception {
        Random random = new Random(20261123);
        String alphabet = "0123456789".repeat(3) + "..--++__::eEEoOxXbaAfFnNyYtTsSzZ~<=/";
        List<String> scalars = IntStream.range(0, 20_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(9), 0, alphabet.length())
                        .mapToObj(c -> String.valueOf(alphabet.charAt(c)))
                        .reduce("", String::concat))
                .toList();
        assertThat(differences(scalars)).isEmpty();
    }

    @Test
    void agreesOnRandomDocuments() throws Exception {
        Random random = new Random(20261123);
        List<String> pieces = Files.readAllLines(OURS.resolve("pieces.txt")).stream()
                .map(piece -> piece.replace("\\n", "\n").replace("\\t", "\t"))
                .toList();
        List<String> documents = IntStream.range(0, 20_000)
                .mapToObj(i -> random.ints(1 + random.nextInt(12), 0, pieces.size())
                        .mapToObj(pieces::get)
                        .reduce("", String::concat))
                // SnakeYAML refuses a plain scalar with such a line.
                .filter(document -> !document.contains("\n----"))
                .toList();
        assertThat(differences(documents)).isEmpty();
    }

    @Test
    void agreesOnDocumentsThatPeopleTripOver() throws Exception {
        List<String> documents = texts(OURS.resolve("documents"));
        assertThat(documents).isNotEmpty();
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            assertThat(differences(documents.stream()
                            .map(document -> document.replace("\n", lineEnd))
                            .toList()))
                    .isEmpty();
        }
    }

    @Test
    void agreesOnEveryFileOfTheCorpora() throws Exception {
        List<String> documents = new ArrayList<>(texts(Shared.path("corpus")));
        documents.addAll(texts(Shared.path("v1")));
        assertThat(documents).hasSizeGreaterThan(400);
        assertThat(differences(documents)).isEmpty();
    }

    private static List<String> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json|runconfig|amltmp)"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static List<String> differences(List<String> texts) throws Exception {
        List<JsonNode> answers = PythonOracle.ask(
                "yaml_oracle.py", texts.stream().map(TextNode::new).toList());
        assertThat(answers).filteredOn(answer -> answer.has("value")).hasSizeGreaterThan(texts.size() / 10);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonNode expected = answers.get(i);
            JsonNode actual = read(texts.get(i));
            boolean same = expected.has("error") ? actual.has("error") : actual.equals(expected);
            if (!same && !STRICTER.matcher(actual.path("error").asText()).find()) {
                differences.add(texts.get(i) + "\n  PyYAML: " + expected + "\n  ours:   " + actual);
            }
        }
        return differences;
    }

    private static JsonNode read(String text) throws IOException {
        try {
            Document document = Document.read(TreePath.of("a.yml"), new ByteArrayInputStream(text.getBytes(UTF_8)));
            return JSON.createObjectNode().set("value", neutral(document.node()));
        } catch (UnreadableDocumentException e) {
            return JSON.createObjectNode().put("error", e.getMessage());
        }
    }

    private static ArrayNode neutral(Node node) {
        if (node instanceof Node.Sequence sequence) {
            ArrayNode items = JSON.createArrayNode();
            sequence.items().forEach(item -> items.add(neutral(item)));
            return typed("seq", items);
        }
        if (node instanceof Node.Mapping mapping) {
            ArrayNode members = JSON.createArrayNode();
            mapping.members().forEach((name, member) -> {
                YamlType type = member.keyType();
                ArrayNode key = scalar(type, YamlScalar.convert(type, name).orElseThrow());
                members.add(
                        node.type() == YamlType.SET
                                ? key
                                : JSON.createArrayNode().add(key).add(neutral(member.value())));
            });
            return typed(
                    node.type() == YamlType.SET ? "set" : "map",
                    node.type() == YamlType.SET ? sorted(members) : members);
        }
        return scalar(node.type(), node.json());
    }

    private static ArrayNode sorted(ArrayNode members) {
        ArrayNode sorted = JSON.createArrayNode();
        Stream.of(members)
                .flatMap(m -> m.valueStream())
                .sorted(Comparator.comparing(JsonNode::toString))
                .forEach(sorted::add);
        return sorted;
    }

    private static ArrayNode scalar(YamlType type, JsonNode json) {
        String name = type.tag().substring(type.tag().lastIndexOf(':') + 1);
        return switch (type) {
            case NULL -> typed(name, new TextNode(""));
            case INT -> typed(name, new TextNode(json.bigIntegerValue().toString()));
            case FLOAT -> typed(name, new TextNode(bits(json.asText())));
            default -> typed(name, new TextNode(json.asText()));
        };
    }

    private static String bits(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("_", "");
        if (lower.endsWith("nan")) {
            return "nan";
        }
        double value = lower.contains("inf")
                ? (lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : Double.parseDouble(text);
        return String.format("%016x", Double.doubleToLongBits(value));
    }

    private static ArrayNode typed(String type, JsonNode content) {
        return JSON.createArrayNode().add(type).add(content);
    }
}
