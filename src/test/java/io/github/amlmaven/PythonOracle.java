package io.github.amlmaven;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Python with the peers of a test, pinned and by hash, in a virtual environment of its own under {@code target}: the Azure ML client and pip in
 * one, conda in another, Sigstore's client in a third. It is made once, and again when the requirements change.
 */
public final class PythonOracle {
    private static final Path SCRIPTS = Path.of("src", "test", "oracle");
    private static final Path AZURE = Path.of("target", "oracle");
    private static final Path CONDA = Path.of("target", "conda-oracle");
    private static final Path SIGSTORE = Path.of("target", "sigstore-oracle");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PythonOracle() {}

    /**
     * Runs a script.
     *
     * @param script its name in {@code src/test/oracle}
     * @param questions what it reads from its standard input, one JSON value a line
     * @return what it answers, one for each question
     */
    public static List<JsonNode> ask(String script, List<? extends JsonNode> questions)
            throws IOException, InterruptedException {
        return ask(script, Map.of(), questions);
    }

    /**
     * Runs a script.
     *
     * @param script its name in {@code src/test/oracle}
     * @param environment what its environment has besides
     * @param questions what it reads from its standard input, one JSON value a line
     * @return what it answers, one for each question
     */
    public static List<JsonNode> ask(String script, Map<String, String> environment, List<? extends JsonNode> questions)
            throws IOException, InterruptedException {
        return ask(AZURE, "requirements.txt", script, environment, questions);
    }

    /**
     * Runs a script with conda in the place of the Azure ML client.
     *
     * @param script its name in {@code src/test/oracle}
     * @param questions what it reads from its standard input, one JSON value a line
     * @return what it answers, one for each question
     */
    public static List<JsonNode> askConda(String script, List<? extends JsonNode> questions)
            throws IOException, InterruptedException {
        return ask(CONDA, "conda-requirements.txt", script, Map.of(), questions);
    }

    /**
     * Runs a script with Sigstore's client in the place of the Azure ML client.
     *
     * @param script its name in {@code src/test/oracle}
     * @param questions what it reads from its standard input, one JSON value a line
     * @return what it answers, one for each question
     */
    public static List<JsonNode> askSigstore(String script, List<? extends JsonNode> questions)
            throws IOException, InterruptedException {
        return ask(SIGSTORE, "sigstore-requirements.txt", script, Map.of(), questions);
    }

    private static List<JsonNode> ask(
            Path home,
            String requirements,
            String script,
            Map<String, String> environment,
            List<? extends JsonNode> questions)
            throws IOException, InterruptedException {
        Path log = home.resolve(script + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        python(home, SCRIPTS.resolve(requirements)).toString(),
                        "-X",
                        "utf8",
                        SCRIPTS.resolve(script).toString())
                .redirectError(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(questions, process));
        List<JsonNode> answers = new ArrayList<>();
        try (BufferedReader in = process.inputReader(UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(JSON.readTree(line));
            }
        }
        written.join();
        if (process.waitFor() != 0 || answers.size() != questions.size()) {
            throw new AssertionError(script + " answered " + answers.size() + " of " + questions.size()
                    + " questions:\n" + Files.readString(log));
        }
        return answers;
    }

    private static void write(List<? extends JsonNode> questions, Process process) {
        try (Writer out = process.outputWriter(UTF_8)) {
            for (JsonNode question : questions) {
                out.write(JSON.writeValueAsString(question));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The Python that has the Azure ML client.
     *
     * @return its executable
     */
    public static Path azure() throws IOException, InterruptedException {
        return python(AZURE, SCRIPTS.resolve("requirements.txt"));
    }

    private static Path python(Path home, Path requirements) throws IOException, InterruptedException {
        Path venv = home.resolve("venv").toAbsolutePath();
        Path python = venv.resolve("bin").resolve("python");
        Path installed = home.resolve("installed.txt");
        if (!Files.exists(installed) || Files.mismatch(installed, requirements) >= 0) {
            Files.createDirectories(home);
            run(home, 10, "python3", "-m", "venv", "--clear", venv.toString());
            run(
                    home,
                    20,
                    python.toString(),
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    // Most of what is in the packages nobody imports.
                    "--no-compile",
                    "--require-hashes",
                    // The list is complete, or has all that is used.
                    "--no-deps",
                    "--requirement",
                    requirements.toString());
            Files.copy(requirements, installed, StandardCopyOption.REPLACE_EXISTING);
        }
        return python;
    }

    private static void run(Path home, int minutes, String... command) throws IOException, InterruptedException {
        Path log = home.resolve("install.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", command) + " takes more than " + minutes + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }
}
