import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.PythonOracle;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Measures {@code mvn aml:deploy} beside Azure's own client, azure-ai-ml, on the emulator of the tests and Azurite: a pipeline component of one
 * step with 2,000 files and 20 MB of code, published to a workspace that has nothing, and then again unchanged. Every process is measured whole.
 * Nobody gets below two things, which are measured, too: the start of Maven, and the emulator and Azurite, which store the same blobs when a client
 * that is warm and does nothing else sends them.
 * Run with the test classes on the class path, for {@code java DeployBenchmark.java}; README.md has the command.
 */
public final class DeployBenchmark {
    private static final int FILES = 2_000;
    private static final int BYTES = 10_000;

    /** What the page on performance calls a quick start. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** As many as the plugin has. */
    private static final int CONNECTIONS = 16;

    private final Path folder;
    private final Path mavenHome;
    private final Path repository;
    private final String plugin;

    private DeployBenchmark(Path folder, Path mavenHome, Path repository, String version) {
        this.folder = folder;
        this.mavenHome = mavenHome;
        this.repository = repository;
        this.plugin = "io.github.amlmaven:aml-maven-plugin:" + version + ":";
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 6 || !arguments[4].equals("deploy")) {
            throw new IllegalArgumentException("FOLDER MAVEN_HOME LOCAL_REPOSITORY PLUGIN_VERSION deploy ROUNDS");
        }
        new DeployBenchmark(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]),
                        Path.of(arguments[2]).toAbsolutePath(),
                        arguments[3])
                .measure(Integer.parseInt(arguments[5]));
    }

    /** How long the two publications took. */
    private record Times(long first, long again) {}

    private void measure(int rounds) throws Exception {
        Path project = project();
        Path python = PythonOracle.azure();
        run(project, Map.of(), "", maven("snapshot"));
        List<Times> theirs = new ArrayList<>();
        List<Times> ours = new ArrayList<>();
        List<Times> quick = new ArrayList<>();
        List<Times> servers = new ArrayList<>();
        List<Times> starts = new ArrayList<>();
        List<Times> quickStarts = new ArrayList<>();
        // Once for this process to be warm.
        servers(project);
        for (int i = 0; i < rounds; i++) {
            servers.add(servers(project));
            starts.add(start(project, ""));
            quickStarts.add(start(project, QUICK_START));
            theirs.add(azureClient(project, python));
            ours.add(plugin(project, ""));
            quick.add(plugin(project, QUICK_START));
        }
        report("azure-ai-ml", theirs, theirs);
        report("mvn aml:deploy", ours, theirs);
        report("the same, " + QUICK_START, quick, theirs);
        report("the servers alone", servers, theirs, Times::first);
        report("mvn validate", starts, theirs, Times::again);
        report("the same, " + QUICK_START, quickStarts, theirs, Times::again);
    }

    private Times start(Path project, String options) throws Exception {
        long time = time(project, Map.of("MAVEN_OPTS", options), "", maven("validate"));
        return new Times(time, time);
    }

    /** How long they take to store the blobs. */
    private Times servers(Path project) throws Exception {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(project.resolve("code"))) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try (Emulated emulated = emulated()) {
            String container = emulated.pendingUpload();
            List<Future<?>> sent = new ArrayList<>();
            long start = System.nanoTime();
            for (Path file : files) {
                String name = project.relativize(file).toString().replace('\\', '/');
                URI blob = URI.create(container.replace("?", "/" + name + "?"));
                sent.add(threads.submit(() -> emulated.ask(HttpRequest.newBuilder(blob)
                        .header("x-ms-version", "2021-08-06")
                        .header("x-ms-blob-type", "BlockBlob")
                        .PUT(BodyPublishers.ofFile(file)))));
            }
            for (Future<?> one : sent) {
                one.get();
            }
            long time = System.nanoTime() - start;
            return new Times(time, time);
        } finally {
            threads.shutdownNow();
        }
    }

    private Times plugin(Path project, String options) throws Exception {
        try (Emulated emulated = emulated()) {
            JsonNode there = emulated.description();
            Map<String, String> environment = new HashMap<>(emulated.environment());
            // Nobody has measured the file system for JGit.
            environment.put(
                    "HOME", Files.createTempDirectory(folder, "home").toString());
            environment.put(
                    "MAVEN_OPTS",
                    "-Djavax.net.ssl.trustStore=" + there.path("trustStore").asText()
                            + " -Djavax.net.ssl.trustStorePassword="
                            + there.path("trustStorePassword").asText() + " " + options);
            List<String> command = maven("deploy");
            command.add("-Daml.endpoint=" + there.path("address").asText());
            command.add("-Daml.subscriptionId=" + there.path("subscriptionId").asText());
            command.add("-Daml.resourceGroup=" + there.path("resourceGroup").asText());
            command.add("-Daml.workspace=" + there.path("workspace").asText());
            return new Times(time(project, environment, "", command), time(project, environment, "", command));
        }
    }

    private Times azureClient(Path project, Path python) throws Exception {
        try (Emulated emulated = emulated()) {
            JsonNode there = emulated.description();
            String question = new ObjectMapper()
                    .createObjectNode()
                    .put("kind", "component")
                    .put("path", project.resolve("src/main/aml/pipeline.yml").toString())
                    .put("subscription", there.path("subscriptionId").asText())
                    .put("group", there.path("resourceGroup").asText())
                    .put("workspace", there.path("workspace").asText())
                    + "\n";
            List<String> command =
                    List.of(python.toString(), Path.of("src/test/oracle/workspace_oracle.py").toAbsolutePath().toString());
            return new Times(
                    time(project, emulated.environment(), question, command),
                    time(project, emulated.environment(), question, command));
        }
    }

    /** Goals run as a user runs them, but for the network: what they need is in the repository. */
    private List<String> maven(String goal) {
        return new ArrayList<>(List.of(
                mavenHome.resolve("bin").resolve("mvn").toString(),
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository,
                goal.equals("validate") ? goal : plugin + goal));
    }

    private record Emulated(Process process, JsonNode description, HttpClient http) implements AutoCloseable {
        Map<String, String> environment() {
            Map<String, String> environment = new HashMap<>();
            description.path("environment").properties().forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
            return environment;
        }

        /** Starts Azurite, which is not part of any client. Returns the address of a container for blobs, with the leave to write there. */
        String pendingUpload() throws Exception {
            String address = description.path("address").asText();
            String form = "grant_type=client_credentials&client_id="
                    + environment().get("AZURE_CLIENT_ID") + "&client_secret="
                    + URLEncoder.encode(environment().get("AZURE_CLIENT_SECRET"), StandardCharsets.UTF_8) + "&scope=" + address
                    + "/.default";
            String tokens = address + "/" + environment().get("AZURE_TENANT_ID") + "/oauth2/v2.0/token";
            String token = ask(HttpRequest.newBuilder(URI.create(tokens)).POST(BodyPublishers.ofString(form)))
                    .path("access_token")
                    .asText();
            String upload = address + description.path("workspaceId").asText()
                    + "/codes/bench/versions/1/startPendingUpload?api-version=2026-05-01";
            return ask(HttpRequest.newBuilder(URI.create(upload))
                            .header("Authorization", "Bearer " + token)
                            .POST(BodyPublishers.ofString("{\"pendingUploadType\": \"TemporaryBlobReference\"}")))
                    .at("/blobReferenceForConsumption/credential/sasUri")
                    .asText();
        }

        JsonNode ask(HttpRequest.Builder request) throws Exception {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return new ObjectMapper().readTree(answer.body());
        }

        /** The end of its input ends it. */
        @Override
        public void close() throws Exception {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private Emulated emulated() throws Exception {
        Path file = folder.resolve("emulator.json");
        Files.deleteIfExists(file);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // It takes time from both clients: as little as it can.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.amlmaven.emulator.EmulatorMain",
                        Path.of("").toAbsolutePath().toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("emulator.log").toFile())
                .start();
        while (!Files.exists(file)) {
            if (!process.isAlive()) {
                throw new IOException("the emulator ended:\n" + Files.readString(folder.resolve("emulator.log")));
            }
            Thread.sleep(50);
        }
        JsonNode description = new ObjectMapper().readTree(file.toFile());
        Emulated emulated = new Emulated(process, description, http(description));
        emulated.pendingUpload();
        return emulated;
    }

    private static HttpClient http(JsonNode description) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(
                Path.of(description.path("trustStore").asText()).toFile(),
                description.path("trustStorePassword").asText().toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }

    private Path project() throws Exception {
        Path project = folder.resolve("deploy");
        if (Files.exists(project.resolve(".git/refs/heads/main"))) {
            return project;
        }
        write(
                project,
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>bench</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        write(project, ".gitignore", "target/\n");
        write(
                project,
                "src/main/aml/pipeline.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/pipelineComponent.schema.json
                type: pipeline
                name: bench
                version: "1"
                jobs:
                  train:
                    type: command
                    component: ./train.yml
                    compute: azureml:cpu-cluster
                """);
        write(
                project,
                "src/main/aml/train.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
                type: command
                name: train
                version: "1"
                command: python train.py
                code: ../../../code
                environment:
                  image: example.org/base@sha256:1111111111111111111111111111111111111111111111111111111111111111
                """);
        Random random = new Random(20261127);
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder(BYTES + 20);
            while (text.length() < BYTES) {
                text.append("value_").append(random.nextInt(1000)).append(random.nextInt(9) == 0 ? "\n" : " = ");
            }
            write(project, "code/part" + i % 100 + "/module" + i + ".py", text.toString());
        }
        run(project, Map.of(), "", List.of("git", "init", "-q", "-b", "main"));
        run(project, Map.of(), "", List.of("git", "add", "-A"));
        run(
                project,
                Map.of(),
                "",
                List.of("git", "-c", "user.name=S", "-c", "user.email=s@example.org", "commit", "-qm", "x"));
        return project;
    }

    private static void write(Path project, String name, String content) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private long time(Path where, Map<String, String> environment, String input, List<String> command) throws Exception {
        long start = System.nanoTime();
        run(where, environment, input, command);
        return System.nanoTime() - start;
    }

    /** A client that answers with an error ends well; so what it answers is looked at. */
    private void run(Path where, Map<String, String> environment, String input, List<String> command) throws Exception {
        Path output = folder.resolve("output.txt");
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("error.txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        int status = process.waitFor();
        String said = Files.readString(output);
        if (status != 0 || said.contains("\"error\"")) {
            throw new IOException(String.join(" ", command) + " ended with " + status + ":\n" + said
                    + Files.readString(folder.resolve("error.txt")));
        }
    }

    private static void report(String what, List<Times> ours, List<Times> theirs) {
        System.out.println(what);
        System.out.println("  first publish " + compared(ours, theirs, Times::first));
        System.out.println("  unchanged     " + compared(ours, theirs, Times::again));
    }

    private static void report(String what, List<Times> times, List<Times> theirs, ToLongFunction<Times> which) {
        System.out.println(what + " " + compared(times, theirs, which));
    }

    private static String compared(List<Times> ours, List<Times> theirs, ToLongFunction<Times> which) {
        return String.format(
                Locale.ROOT,
                "%.2f s of%s: %.2f",
                best(ours, which) / 1e9,
                all(ours, which),
                (double) best(ours, which) / best(theirs, which));
    }

    private static String all(List<Times> times, ToLongFunction<Times> which) {
        StringBuilder all = new StringBuilder();
        times.forEach(one -> all.append(String.format(Locale.ROOT, " %.2f", which.applyAsLong(one) / 1e9)));
        return all.toString();
    }

    private static long best(List<Times> times, ToLongFunction<Times> which) {
        return times.stream().mapToLong(which).min().orElseThrow();
    }
}
