package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.Shared;
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

/** Takes package match specifications as conda does: as exact, as open, or as none. */
@Tag("oracle")
class CondaOracleTest {
    private static final int RANDOM = 50_000;

    /** What match specifications are made of. */
    private static final List<String> PIECES = List.of(
            "numpy",
            "numpy",
            "Py-X_y.z",
            "__glibc",
            "a",
            "1",
            "1.2",
            "1.2.3",
            "2!1.0",
            "1.0rc1",
            "1.0_a-b",
            "1.0+l",
            "*",
            ".*",
            "==",
            "==",
            "=",
            "=",
            ">=",
            "<=",
            "!=",
            "~=",
            "<",
            ">",
            " ",
            " ",
            ",",
            "|",
            "(",
            ")",
            "[",
            "]",
            "[version=1.2]",
            "[version='>=1.2,<2']",
            "[build=py_0]",
            "[md5=0123]",
            "[channel=c, subdir=linux-64]",
            "version=",
            "'",
            "\"",
            "=py36_0",
            "=*mkl*",
            "conda-forge::",
            "conda-forge/linux-64::",
            "c:ns:",
            ":",
            "/",
            "# why",
            " if x",
            "^1.*$",
            "$",
            "^",
            "-",
            "é",
            "@",
            "a-1-0.conda");

    private static final List<String> FILES = List.of(
            "https://c/linux-64/a-1-0.tar.bz2",
            "https://c/linux-64/a-b_c-1.0-py36_0.conda # why",
            "https://c/any/a-1-0.conda",
            "https://c/a.conda",
            "./a.conda",
            "/tmp/x/a-1-0.tar.bz2");

    /** The names that CEP 26 allows; the copy of conda is older than that. */
    private static final Pattern NAME = Pattern.compile("(?:__)?[a-z0-9_*][a-z0-9_.*-]*");

    @Test
    void takesSpecificationsAsCondaDoes() throws Exception {
        List<String> texts = new ArrayList<>(corpus());
        assertThat(texts).hasSizeGreaterThan(300);
        texts.addAll(FILES);
        Random random = new Random(24);
        Stream.generate(() -> random(random)).limit(RANDOM).forEach(texts::add);
        List<JsonNode> answers = PythonOracle.askConda(
                "conda_oracle.py", texts.stream().map(TextNode::new).toList());
        List<String> verdicts = answers.stream().map(CondaOracleTest::verdict).toList();
        assertThat(verdicts).filteredOn("exact"::equals).hasSizeGreaterThan(1_000);
        assertThat(verdicts).filteredOn("open"::equals).hasSizeGreaterThan(1_000);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String ours = ours(texts.get(i));
            if (!ours.equals(verdicts.get(i))) {
                differences.add("[" + texts.get(i) + "] conda: " + answers.get(i) + ", ours: " + ours);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String verdict(JsonNode answer) {
        if (answer.isNull()
                || answer.get("name").isNull()
                || !NAME.matcher(answer.get("name").asText().toLowerCase(Locale.ROOT))
                        .matches()) {
            return "malformed";
        }
        return answer.get("exact").asBoolean() ? "exact" : "open";
    }

    private static String ours(String text) {
        try {
            return MatchSpecGrammar.read(text).isExact() ? "exact" : "open";
        } catch (GrammarException e) {
            return "malformed";
        }
    }

    /** Most begin as a specification has to. */
    private static String random(Random random) {
        String start = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(4));
        return start
                + random.ints(random.nextInt(6), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining());
    }

    /** The entries of the corpus' conda files that are no mappings. */
    private static List<String> corpus() throws IOException {
        Pattern entry = Pattern.compile("(?m)^\\s*-\\s+([^\\s#:{-][^#:{\\n]*?)\\s*(?:#.*)?$");
        List<String> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Shared.path("corpus"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().matches("(?i).*conda.*\\.ya?ml")) {
                    Matcher matcher = entry.matcher(Files.readString(file));
                    while (matcher.find()) {
                        entries.add(matcher.group(1));
                    }
                }
            }
        }
        return entries;
    }
}
