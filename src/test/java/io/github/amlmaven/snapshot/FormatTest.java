package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format, its schema and its page say the same. */
class FormatTest {
    private static final Path PAGE = Path.of("src/site/markdown/snapshot-format.md");

    private final ObjectMapper json = new ObjectMapper();

    private static String schemaText() throws Exception {
        try (InputStream in = Objects.requireNonNull(Manifest.class.getResourceAsStream("snapshot-1.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Error> errors(String manifest) throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        return schema.validate(
                manifest,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String manifest(Path folder, List<Manifest.Finding> findings) throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.write("ml/job.yml", "{type: command, command: ls, environment: azureml:e:1, code: ./report}");
        git.commitAll();
        return Files.readString(
                Snapshots.write(git, folder.resolve("target"), findings, "ml/pipeline.yml", "ml/job.yml")
                        .json());
    }

    @Test
    void theManifestOfARealSnapshotIsOfTheSchema(@TempDir Path folder) throws Exception {
        assertThat(errors(manifest(folder, List.of()))).isEmpty();
    }

    @Test
    void soIsThatOfASnapshotThatMustNotBePublished(@TempDir Path folder) throws Exception {
        Manifest.Finding finding =
                new Manifest.Finding("pip/range", "refuse", TreePath.of("a.txt"), 1, 1, "x>1", "It floats.", "Pin it.");
        String manifest = manifest(folder, List.of(finding));
        assertThat(errors(manifest)).isEmpty();
        assertThat(json.readTree(manifest).path("publishable").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id | \"sha256:1\"",
                "/formatVersion | 2",
                "/git/commit | \"main\"",
                "/files/0/path | \"../x\"",
                "/files/0/path | \"/etc/passwd\"",
                "/files/0/mode | \"100666\"",
                "/assets/0/kind | \"pipelines\"",
                "/publishable | false",
                "/surprise | 1",
            })
    void theSchemaRefusesAManifestThatIsWrong(String pointer, String value, @TempDir Path folder) throws Exception {
        JsonNode manifest = json.readTree(manifest(folder, List.of()));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) manifest.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), json.readTree(value));
        assertThat(errors(manifest.toString())).isNotEmpty();
    }

    @Test
    void theIdCountsEveryMemberOfAFile() throws Exception {
        List<Manifest.FileEntry> files = List.of(
                new Manifest.FileEntry(TreePath.of("a \"b\"/\u00fc\n.txt"), TreeEntry.Kind.LINK, 0, "0a", "1b", false),
                new Manifest.FileEntry(TreePath.of("c"), TreeEntry.Kind.EXECUTABLE, 1L << 40, "2c", "3d", true));
        for (List<Manifest.FileEntry> some : List.of(files, files.subList(1, 2), List.<Manifest.FileEntry>of())) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ManifestJson.files(written, some);

            ByteArrayOutputStream canonical = new ByteArrayOutputStream();
            CanonicalJson.write(ManifestJson.tree(some), canonical);
            assertThat(written).hasToString(canonical.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void thePageDescribesEveryMemberOfTheSchemaAndNoOther() throws Exception {
        Set<String> members = new TreeSet<>();
        collect(json.readTree(schemaText()), members);
        Set<String> described = new TreeSet<>();
        Matcher row = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE).matcher(Files.readString(PAGE));
        while (row.find()) {
            described.add(row.group(1));
        }
        assertThat(described).isEqualTo(members);
    }

    /** Every name under {@code properties}, at any depth. */
    private static void collect(JsonNode schema, Set<String> members) {
        schema.properties().forEach(member -> {
            if (member.getKey().equals("properties")
                    && !member.getValue().path("publishable").has("const")) {
                member.getValue().properties().forEach(property -> members.add(property.getKey()));
            }
            if (!member.getKey().equals("if")) {
                collect(member.getValue(), members);
            }
        });
    }

    @Test
    void theExampleOfThePageIsAManifest() throws Exception {
        Matcher example = Pattern.compile("```json\\n(\\{\\s+\"formatVersion\".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        assertThat(errors(example.group(1))).isEmpty();
        Manifest manifest =
                Manifest.read(new ByteArrayInputStream(example.group(1).getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(example.group(1).strip());
    }

    @Test
    void aNewerFormatIsRefusedWithWhatToDo() {
        byte[] newer = "{\"formatVersion\": 2}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Manifest.read(new ByteArrayInputStream(newer)))
                .isInstanceOf(UnreadableSnapshotException.class)
                .hasMessageContaining("newer version of the plugin");
    }

    @Test
    void aManifestThatNamesAMemberTwiceIsRefused(@TempDir Path folder) throws Exception {
        String manifest = manifest(folder, List.of());
        for (String member : List.of("(\n  \"generator\": .*)", "(\n      \"mode\": .*)")) {
            byte[] twice = manifest.replaceFirst(member, "$1$1").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> Manifest.read(new ByteArrayInputStream(twice)))
                    .isInstanceOf(UnreadableSnapshotException.class)
                    .hasMessageContaining("Duplicate field");
        }
    }

    @Test
    void aManifestWithoutAnEndIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                Arrays.fill(bytes, from, from + length, (byte) ' ');
                return length;
            }
        };
        assertThatThrownBy(() -> Manifest.read(endless))
                .isInstanceOf(UnreadableSnapshotException.class)
                .hasMessageContaining("at most 134217728 bytes");
    }

    /** Whoever reads a manifest has no validator: what it asks by hand is at least what the schema asks. */
    @Test
    void whatTheSchemaRefusesTheReaderRefuses(@TempDir Path folder) throws Exception {
        Manifest.Finding finding =
                new Manifest.Finding("pip/range", "refuse", TreePath.of("a.txt"), 1, 1, "x>1", "It floats.", "Pin it.");
        JsonNode manifest = json.readTree(manifest(folder, List.of(finding)));
        int refused = 0;
        for (JsonPointer member : members(manifest)) {
            for (String value :
                    List.of("\"\"", "\"x\"", "\"/x/../y\"", "0", "-1", "1.5", "null", "true", "{}", "[]", "[0]")) {
                JsonNode wrong = manifest.deepCopy();
                set(wrong, member, Optional.of(json.readTree(value)));
                refused += compare(wrong, member + " = " + value);
            }
            JsonNode without = manifest.deepCopy();
            set(without, member, Optional.empty());
            refused += compare(without, "no " + member);
        }
        assertThat(refused).isGreaterThan(500);
    }

    private int compare(JsonNode manifest, String what) throws Exception {
        if (errors(manifest.toString()).isEmpty()) {
            return 0;
        }
        Flaws flaws = new Flaws();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        IndentedJson.write(json, manifest, written);
        try {
            Manifest read = Manifest.read(new ByteArrayInputStream(written.toByteArray()));
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            read.write(again);
            ManifestRules.check(read, flaws);
            Set<String> digests = Stream.concat(
                            Stream.of(read.id()),
                            Stream.concat(
                                    read.assets().stream().map(Manifest.AssetEntry::digest),
                                    read.code().stream()
                                            .flatMap(code -> Stream.of(code.digest(), "sha256:" + code.amlHash()))))
                    .filter(digest -> !digest.matches("sha256:[0-9a-f]{64}"))
                    .collect(Collectors.toSet());
            boolean edges = read.assets().stream()
                    .flatMap(asset -> asset.references().stream())
                    .anyMatch(edge -> !edge.target().startsWith("snapshot:"));
            assertThat(!flaws.isEmpty()
                            || !digests.isEmpty() // they are computed anew, and the targets looked up
                            || edges
                            || !again.toString(StandardCharsets.UTF_8).equals(written.toString(StandardCharsets.UTF_8)))
                    .as(what)
                    .isTrue();
        } catch (UnreadableSnapshotException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return 1;
    }

    private static List<JsonPointer> members(JsonNode node) {
        List<JsonPointer> members = new ArrayList<>();
        collect(node, JsonPointer.empty(), members);
        return members;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> members) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                JsonPointer below = at.appendProperty(member.getKey());
                members.add(below);
                collect(member.getValue(), below, members);
            });
        } else if (node.isArray() && !node.isEmpty()) {
            members.add(at.appendIndex(0));
            collect(node.get(0), at.appendIndex(0), members);
        }
    }

    private static void set(JsonNode root, JsonPointer at, Optional<JsonNode> value) {
        JsonNode parent = root.at(at.head());
        if (parent instanceof ObjectNode object) {
            value.ifPresentOrElse(
                    node -> object.set(at.last().getMatchingProperty(), node),
                    () -> object.remove(at.last().getMatchingProperty()));
        } else if (parent instanceof ArrayNode array) {
            value.ifPresentOrElse(node -> array.set(0, node), () -> array.remove(0));
        }
    }
}
