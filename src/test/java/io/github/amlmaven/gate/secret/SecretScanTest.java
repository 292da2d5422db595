package io.github.amlmaven.gate.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in what is captured. */
class SecretScanTest {
    private static final String TOKEN = "ghp" + "_" + Made.of(Made.ALPHANUMERIC, 36);
    private static final String BLOB = "c".repeat(40);

    /** A tree of one file that counts how often it is read. */
    private static final class OneFile implements FileTree {
        private final byte[] content;
        private int reads;

        OneFile(byte[] content) {
            this.content = content;
        }

        OneFile(String content) {
            this(content.getBytes(StandardCharsets.UTF_8));
        }

        TreeEntry entry() {
            return new TreeEntry(TreePath.of("src/train.py"), TreeEntry.Kind.FILE, Optional.of(BLOB));
        }

        List<Finding> findings(SecretMemory memory) throws IOException {
            return SecretScan.of(this, memory).findings(List.of(entry()));
        }

        @Override
        public Optional<TreeEntry> find(TreePath path) {
            return Optional.of(entry());
        }

        @Override
        public List<TreeEntry> children(TreePath folder) {
            return List.of(entry());
        }

        @Override
        public long size(TreeEntry file) {
            return content.length;
        }

        @Override
        public InputStream open(TreeEntry file) {
            reads++;
            return new ByteArrayInputStream(content);
        }

        @Override
        public String target(TreeEntry link) throws IOException {
            throw new IOException("no link");
        }
    }

    @Test
    void saysWhatItIsWhereItStandsAndWhatToDoButNeverTheSecret() throws Exception {
        List<Finding> findings = new OneFile("import os\nTOKEN = '" + TOKEN + "'\n").findings(SecretMemory.none());
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("secret/github-token");
            assertThat(finding.severity()).isEqualTo(Severity.REFUSE);
            assertThat(finding.location()).hasToString("src/train.py:2:10");
            assertThat(finding.found()).isEqualTo("GitHub token, 40 characters");
        });
        assertThat(findings.toString()).doesNotContain(TOKEN.substring(4, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-UTF-16LE-BOM", "ISO-8859-1"})
    void readsTextInWhateverEncodingEditorsWrite(String charset) throws Exception {
        byte[] text = ("é\nTOKEN=" + TOKEN + "\n").getBytes(Charset.forName(charset));
        assertThat(new OneFile(text).findings(SecretMemory.none()))
                .extracting(finding -> finding.location().toString())
                .containsExactly("src/train.py:2:7");
    }

    @Test
    void readsASmallBinaryFileAndNoLargeOne() throws Exception {
        byte[] small = ("\0\1\2 " + TOKEN + " \3").getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = ("\0\1\2 " + TOKEN + " \3" + "\0".repeat(1 << 20)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new OneFile(small).findings(SecretMemory.none())).hasSize(1);
        assertThat(new OneFile(large).findings(SecretMemory.none())).isEmpty();
    }

    @Test
    void readsALargeTextToItsEnd() throws Exception {
        assertThat(new OneFile("0.1,0.2,0.3\n".repeat(200_000) + TOKEN).findings(SecretMemory.none()))
                .extracting(finding -> finding.location().line())
                .containsExactly(200_001);
    }

    @Test
    void readsFoldersAndLinksAsLittleAsGitDoes() throws Exception {
        MemoryTree tree = new MemoryTree().link("link", TOKEN).file("folder/a", "");
        List<TreeEntry> entries = List.of(entry(tree, "link"), entry(tree, "folder"));
        assertThat(SecretScan.of(tree, SecretMemory.none()).findings(entries)).isEmpty();
    }

    @Test
    void readsManyFilesAtATimeAndTellsInTheOrderOfThePlaces() throws Exception {
        MemoryTree tree = new MemoryTree();
        List<TreeEntry> entries = new ArrayList<>();
        for (int i = 100; i < 300; i++) {
            tree.file("f" + i, i % 3 == 0 ? TOKEN : "nothing");
            entries.add(entry(tree, "f" + i));
        }
        assertThat(SecretScan.of(tree, SecretMemory.none()).findings(entries))
                .extracting(finding -> finding.location().path().value())
                .containsExactlyElementsOf(IntStream.range(100, 300)
                        .filter(i -> i % 3 == 0)
                        .mapToObj(i -> "f" + i)
                        .toList());
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForClean() {
        MemoryTree tree = new MemoryTree().file("a", "").file("b", "");
        List<TreeEntry> entries = List.of(
                new TreeEntry(TreePath.of("gone"), TreeEntry.Kind.FILE, Optional.empty()),
                new TreeEntry(TreePath.of("gone too"), TreeEntry.Kind.FILE, Optional.empty()));
        assertThatThrownBy(() -> SecretScan.of(tree, SecretMemory.none()).findings(entries))
                .isInstanceOf(IOException.class);
    }

    @Test
    void remembersACleanBlobAndReadsItNoMore(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cache/secrets");
        OneFile clean = new OneFile("nothing");
        clean.findings(SecretMemory.in(file, "plugin 1"));
        clean.findings(SecretMemory.in(file, "plugin 1"));
        assertThat(clean.reads).isEqualTo(1);
        assertThat(file).content().contains(BLOB);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void looksAgainAtABlobWithASecret(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets");
        OneFile dirty = new OneFile(TOKEN);
        assertThat(dirty.findings(SecretMemory.in(file, "plugin 1"))).hasSize(1);
        assertThat(dirty.findings(SecretMemory.in(file, "plugin 1"))).hasSize(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void looksAgainWhenThePluginIsAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets");
        OneFile clean = new OneFile("nothing");
        clean.findings(SecretMemory.in(file, "plugin 1"));
        clean.findings(SecretMemory.in(file, "plugin 2"));
        assertThat(clean.reads).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 90, 120, 150})
    void looksAgainWhenTheMemoryIsTorn(int length, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets");
        OneFile clean = new OneFile("nothing");
        clean.findings(SecretMemory.in(file, "plugin 1"));
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isGreaterThan(length);
        Files.write(file, Arrays.copyOf(whole, length));
        clean.findings(SecretMemory.in(file, "plugin 1"));
        assertThat(clean.reads).isEqualTo(2);
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void aMemoryThatCannotBeKeptStopsNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a-file"), "").resolve("secrets");
        assertThat(new OneFile(TOKEN).findings(SecretMemory.in(file, "plugin 1")))
                .hasSize(1);
        assertThat(new OneFile("nothing").findings(SecretMemory.in(file, "plugin 1")))
                .isEmpty();
    }

    @Test
    void findsPasswordsThatOnlyTheFieldOfADefinitionTells() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file(
                        "job.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
                        command: python train.py
                        environment: azureml:e:1
                        environment_variables:
                          DB_PASSWORD: tr0ub4dor
                          AZURE_OPENAI_API_KEY: <your-api-key>
                          STORAGE_KEY: ${{inputs.key}}
                          TOKENIZERS_PARALLELISM: "false"
                          MAX_TOKENS: 4096
                          EOS_TOKEN: "</s>"
                          SECRET_NAME: name-of-it
                          API_KEY: https://vault.vault.azure.net/secrets/key
                          PIN_PASSWORD: 8439
                          SOME_API_KEY: SOME_API_KEY
                          OTHER_API_KEY: other-apiKey
                        """)
                .file(
                        "datastore.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/azureBlob.schema.json
                        name: d
                        type: azure_blob
                        account_name: a
                        container_name: c
                        credentials:
                          account_key: short1
                          tenant_id: 11111111-2222-3333-4444-555555555555
                        """);
        DefinitionGraph graph =
                DefinitionGraph.read(tree, List.of(TreePath.of("job.yml"), TreePath.of("datastore.yml")));
        List<Finding> findings = SecretScan.of(tree, SecretMemory.none())
                .findings(graph, graph.files().values());
        assertThat(findings)
                .extracting(Finding::rule, finding -> finding.location().toString(), Finding::found)
                .containsExactly(
                        tuple("secret/definition-field", "datastore.yml:7:16", "account_key: 6 characters"),
                        tuple("secret/definition-field", "job.yml:5:16", "DB_PASSWORD: 9 characters"),
                        tuple("secret/definition-field", "job.yml:13:17", "PIN_PASSWORD: 4 characters"));
    }

    @Test
    void findsThemInTheEnvironmentsOfSdkV1AsWell() throws Exception {
        String environment =
                """
                {"environmentVariables": {"DB_PASSWORD": "tr0ub4dor",
                "DB_USER": "me", "SECRET_NAME": "name-of-it"}, "docker": {"baseImage": "i"}, "python": {}}""";
        MemoryTree tree = new MemoryTree()
                .file("azureml_environment.json", environment)
                .file("train.runconfig", "{\"script\": \"x.py\", \"environment\":\n" + environment + "}")
                .file("x.py", "");
        DefinitionGraph graph = DefinitionGraph.read(
                tree, List.of(TreePath.of("azureml_environment.json"), TreePath.of("train.runconfig")));
        List<Finding> findings = SecretScan.of(tree, SecretMemory.none())
                .findings(graph, graph.files().values());
        assertThat(findings)
                .extracting(Finding::rule, finding -> finding.location().toString(), Finding::found)
                .containsExactly(
                        tuple("secret/definition-field", "azureml_environment.json:1:42", "DB_PASSWORD: 9 characters"),
                        tuple("secret/definition-field", "train.runconfig:2:42", "DB_PASSWORD: 9 characters"));
    }

    @Test
    void tellsOnceOfASecretThatSeveralReadersFind() throws Exception {
        MemoryTree tree = new MemoryTree()
                .file(
                        "environment.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
                        name: e
                        image: r.azurecr.io/i:1
                        conda_file: conda.yml
                        """)
                .file("conda.yml", "dependencies: [python, {pip: ['--index-url https://me:tr0ub4dor@pypi.corp', x]}]\n")
                .file(
                        "job.yml",
                        "command: x\nenvironment: file:environment.yml\nenvironment_variables:\n  GITHUB_TOKEN: "
                                + TOKEN + "\n");
        DefinitionGraph graph = DefinitionGraph.read(tree, List.of(TreePath.of("job.yml")));
        assertThat(graph.files()).containsKey(TreePath.of("conda.yml"));
        assertThat(SecretScan.of(tree, SecretMemory.none())
                        .findings(graph, graph.files().values()))
                .extracting(Finding::rule)
                .containsExactly("secret/github-token");
    }

    @Test
    void aTextThatIsPublishedWithoutBeingAFileIsReadToo() {
        assertThat(SecretScan.findings("scm:git:https://me:tr0ub4dor@git.corp/x.git", TreePath.of("pom.xml")))
                .extracting(Finding::rule, finding -> finding.location().toString())
                .containsExactly(tuple("secret/url-credentials", "pom.xml:1:1"));
        assertThat(SecretScan.findings("scm:git:https://git.corp/x.git", TreePath.of("pom.xml")))
                .isEmpty();
    }

    @Test
    void whatOtherRulesFoundIsShownWithoutSecrets() {
        String url = "https://account.blob.core.windows.net/c/é.csv?sv=2024&sig=";
        Finding finding = new Finding(
                "data/location",
                Severity.WARN,
                Location.startOf(TreePath.of("a.yml")),
                url + Made.of(Made.ALPHANUMERIC, 43) + "%3D&sr=b",
                "line one\nhttps://me:tr0ub4dor@x",
                "Nothing of the kind.");
        assertThat(Redaction.of(List.of(finding))).singleElement().satisfies(shown -> {
            assertThat(shown.found()).isEqualTo(url + "***");
            assertThat(shown.message()).isEqualTo("line one\nhttps://me:***");
            assertThat(shown.fix()).isEqualTo(finding.fix());
            assertThat(shown.rule()).isEqualTo(finding.rule());
        });
    }

    @Test
    void findsNothingInWhatMicrosoftPublishes() throws Exception {
        for (String material : List.of("corpus", "v1")) {
            DiskTree tree = new DiskTree(Shared.path(material));
            DefinitionGraph graph = DefinitionGraph.read(
                    tree,
                    tree.files().stream()
                            .filter(path -> path.value().matches(".*\\.(?:ya?ml|json|runconfig)"))
                            .toList());
            assertThat(graph.files()).isNotEmpty();
            assertThat(SecretScan.of(tree, SecretMemory.none())
                            .findings(graph, graph.files().values()))
                    .isEmpty();
        }
    }

    private static TreeEntry entry(MemoryTree tree, String path) {
        return tree.find(TreePath.of(path)).orElseThrow();
    }
}
