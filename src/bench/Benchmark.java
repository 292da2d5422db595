import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the plugin beside git, on a repository that is made up, the same every time. One file without dependencies, for {@code java
 * Benchmark.java}; README.md has the commands.
 */
public final class Benchmark {
    private static final String PLUGIN = "io.github.amlmaven:aml-maven-plugin:";

    /** What the page on performance calls a quick start. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:MetaspaceSize=128m";

    /** What the same page has for goals that hash hundreds of megabytes. */
    private static final String LATE_OPTIMISING = "-XX:Tier4InvocationThreshold=50000 -XX:Tier4CompileThreshold=100000"
            + " -XX:+UseParallelGC -XX:MetaspaceSize=128m";

    private final Path folder;
    private final List<String> maven;
    private final Path memory;
    private final String plugin;
    private final int rounds;

    private Benchmark(Path folder, Path mavenHome, Path repository, String version, int rounds) {
        this.folder = folder;
        this.maven = List.of(
                mavenHome.resolve("bin").resolve("mvn").toString(), "-B", "-q", "-o", "-Dmaven.repo.local=" + repository);
        this.memory = repository.resolve(".cache/aml-maven-plugin/blobs-without-secrets");
        this.plugin = PLUGIN + version + ":";
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 6) {
            throw new IllegalArgumentException("FOLDER MAVEN_HOME LOCAL_REPOSITORY PLUGIN_VERSION snapshot|large|check|restore|secrets ROUNDS");
        }
        Benchmark benchmark = new Benchmark(
                Path.of(arguments[0]).toAbsolutePath(),
                Path.of(arguments[1]),
                Path.of(arguments[2]).toAbsolutePath(),
                arguments[3],
                Integer.parseInt(arguments[5]));
        benchmark.prepare();
        switch (arguments[4]) {
            case "snapshot" -> benchmark.snapshot(benchmark.repository(17_000, 400), "");
            case "large" -> benchmark.snapshot(benchmark.repository(17_000, 4_000), "-Xmx256m");
            case "restore" -> benchmark.restore(benchmark.repository(17_000, 400));
            case "check" -> {
                benchmark.check(benchmark.repository(50_000, 100, 10));
                benchmark.check(benchmark.repository(50_000, 100, 1));
            }
            case "secrets" -> benchmark.secrets(benchmark.repository(17_000, 400));
            default -> throw new IllegalArgumentException(arguments[4]);
        }
    }

    /** Everything that is measured runs offline; so what it needs is fetched once before. */
    private void prepare() throws Exception {
        List<String> online = new ArrayList<>(maven);
        online.remove("-o");
        online.add(plugin + "help");
        Files.createDirectories(folder);
        run(folder, Map.of(), online);
    }

    private void snapshot(Path repository, String jvm) throws Exception {
        Path archive = folder.resolve("archive.zip");
        List<Long> git = new ArrayList<>();
        List<Long> validate = new ArrayList<>();
        List<Long> snapshot = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            git.add(time(repository, "", List.of("git", "archive", "--format=zip", "-o", archive.toString(), "HEAD")));
            validate.add(time(repository, jvm, maven("validate")));
            snapshot.add(time(repository, jvm, maven(plugin + "snapshot")));
        }
        long zip = Files.size(repository.resolve("target/bench-1-aml.zip"));
        report("git archive --format=zip HEAD", git);
        report("mvn validate", validate);
        report("mvn aml:snapshot", snapshot);
        double net = best(snapshot) - best(validate);
        print("snapshot, net of validate: %.2f s, %.2f of git archive", net / 1e9, net / best(git));
        print("zip: %d bytes, %.3f of git archive's %d", zip, (double) zip / Files.size(archive), Files.size(archive));
    }

    private void check(Path repository) throws Exception {
        Path log = folder.resolve("check.log");
        List<String> check = maven(plugin + "check");
        List<String> logged = new ArrayList<>(check);
        logged.remove("-q");
        logged.addAll(List.of("-l", log.toString()));
        List<String> twice = new ArrayList<>(check);
        twice.add(plugin + "check@again");
        List<Long> git = new ArrayList<>();
        Map<String, Timings> all = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            git.add(time(repository, "", List.of("git", "status", "--porcelain")));
            for (String jvm : List.of("", QUICK_START)) {
                Timings timings = all.computeIfAbsent(jvm, key -> new Timings());
                timings.validate.add(time(repository, jvm, maven("validate")));
                timings.check.add(time(repository, jvm, check));
                timings.twice.add(time(repository, jvm, twice));
                time(repository, jvm + " -Dorg.slf4j.simpleLogger.showDateTime=true", logged);
                timings.goal.add(
                        between(Pattern.compile("(\\d+) .* --- .*:check .*"), Pattern.compile("(\\d+) .*BUILD.*"), log));
            }
        }
        print("%s", repository.getFileName());
        report("git status --porcelain", git);
        double allowed = 2 * best(git) + 0.3e9;
        all.forEach((jvm, timings) -> {
            print("Maven with the options '%s'", jvm);
            report("mvn validate", timings.validate);
            report("mvn aml:check", timings.check);
            report("mvn aml:check aml:check", timings.twice);
            report("the goal, its classes included", timings.goal);
            print("check, net of validate: %.2f s", (best(timings.check) - best(timings.validate)) / 1e9);
            double again = best(timings.twice) - best(timings.check);
            print("once more in the same Maven: %.2f s", again / 1e9);
            print("of twice git status and 0.3 s: %.2f; the first time %.2f", again / allowed, best(timings.goal) / allowed);
        });
    }

    /** What was measured of one Maven with one set of options. */
    private static final class Timings {
        private final List<Long> validate = new ArrayList<>();
        private final List<Long> check = new ArrayList<>();
        private final List<Long> twice = new ArrayList<>();
        private final List<Long> goal = new ArrayList<>();
    }

    /** How long it took from one line of a log to another, of which each begins with the milliseconds since Maven began. */
    private static long between(Pattern from, Pattern to, Path log) throws IOException {
        return 1_000_000 * (firstNumber(to, log) - firstNumber(from, log));
    }

    private static long firstNumber(Pattern line, Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .findFirst()
                .orElseThrow(() -> new IOException("no line of " + log + " is like " + line));
    }

    /**
     * Each time into a new clone that has nothing of the snapshot, so that every file is written. Nothing is deleted before the end: ext4
     * without a journal passes over whatever was deleted in the last minutes when it makes a file, which takes longer than to write it.
     */
    private void restore(Path repository) throws Exception {
        run(repository, Map.of(), maven(plugin + "snapshot"));
        Path zip = repository.resolve("target/bench-1-aml.zip");
        Path made = Files.createTempDirectory(folder, "restored");
        List<String> command = maven(plugin + "restore");
        command.add("-Daml.file=" + zip);
        List<Long> unzip = new ArrayList<>();
        Map<String, Timings> all = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            Path target = Files.createDirectory(made.resolve("unzipped" + i));
            unzip.add(time(target, "", List.of("unzip", "-q", zip.toString())));
            for (String jvm : List.of("", LATE_OPTIMISING)) {
                Timings timings = all.computeIfAbsent(jvm, key -> new Timings());
                Path clone = clone(repository, made.resolve("clone" + i + "-" + jvm.length()));
                timings.validate.add(time(clone, jvm, maven("validate")));
                timings.goal.add(time(clone, jvm, command));
            }
        }
        run(folder, Map.of(), List.of("rm", "-rf", made.toString()));
        report("unzip -q", unzip);
        all.forEach((jvm, timings) -> {
            print("Maven with the options '%s'", jvm);
            report("mvn validate", timings.validate);
            report("mvn aml:restore", timings.goal);
            double net = best(timings.goal) - best(timings.validate);
            print("restore, net of validate: %.2f s, %.2f of unzip", net / 1e9, net / best(unzip));
        });
    }

    private Path clone(Path repository, Path clone) throws Exception {
        Files.createDirectory(clone);
        run(clone, Map.of(), List.of("git", "init", "-q", "-b", "main"));
        Files.copy(repository.resolve("pom.xml"), clone.resolve("pom.xml"));
        run(clone, Map.of(), List.of("git", "add", "pom.xml"));
        run(clone, Map.of(), List.of("git", "-c", "user.name=S", "-c", "user.email=s@example.org", "commit", "-qm", "x"));
        return clone;
    }

    /** Whatever is asked for is checked twice, and the second time no file is read for secrets. */
    private void secrets(Path repository) throws Exception {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Files.deleteIfExists(memory);
            first.add(time(repository, "", maven(plugin + "check")));
            second.add(time(repository, "", maven(plugin + "check")));
        }
        report("mvn aml:check, reading", first);
        report("mvn aml:check, remembering", second);
        double reading = (best(first) - best(second)) / 1e9;
        print("reading 400 MB for secrets: %.2f s, %.0f MB/s", reading, 400 / reading);
    }

    private List<String> maven(String goal) {
        List<String> command = new ArrayList<>(maven);
        command.add(goal);
        return command;
    }

    /** A home that nothing has run in, so that nobody has measured the file system for JGit. */
    private long time(Path where, String jvm, List<String> command) throws Exception {
        Path home = Files.createTempDirectory(folder, "home");
        long start = System.nanoTime();
        run(where, Map.of("HOME", home.toString(), "MAVEN_OPTS", jvm, "GIT_CONFIG_NOSYSTEM", "1"), command);
        return System.nanoTime() - start;
    }

    private static void report(String what, List<Long> times) {
        StringBuilder all = new StringBuilder();
        times.forEach(time -> all.append(String.format(Locale.ROOT, " %.2f", time / 1e9)));
        print("%-32s best %.2f s of%s", what, best(times) / 1e9, all);
    }

    private static double best(List<Long> times) {
        return times.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private Path repository(int files, int megabytes) throws Exception {
        return repository(files, megabytes, 1);
    }

    private Path repository(int files, int megabytes, int filesInAFolder) throws Exception {
        String name = "repository-" + files + "-" + megabytes + (filesInAFolder == 1 ? "" : "-" + filesInAFolder);
        Path repository = folder.resolve(name);
        if (!Files.exists(repository.resolve("pom.xml"))) {
            Files.createDirectories(repository);
            run(repository, Map.of(), List.of("git", "init", "-q", "-b", "main"));
            new Sample(files, megabytes * 1_000_000.0 / files, filesInAFolder).commitTo(repository);
            run(repository, Map.of(), List.of("git", "repack", "-adq"));
            run(repository, Map.of(), List.of("git", "reset", "-q", "--hard"));
        }
        return repository;
    }

    private static void run(Path where, Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command).directory(where.toFile()).inheritIO();
        process.environment().putAll(environment);
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + status);
        }
    }

    /** What a machine-learning repository holds: mostly Python, some YAML and prose, fewer notebooks, tables and models. */
    private static final class Sample {
        private static final String POM =
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>bench</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """;
        private static final String PIPELINE =
                """
                type: pipeline
                jobs:
                  train:
                    type: command
                    command: python train.py
                    code: ../../../code
                    environment:
                      image: example.org/base@sha256:1111111111111111111111111111111111111111111111111111111111111111
                """;

        private final Random random = new Random(20261123);
        private final String[] words = new String[8_000];
        private final String[] lines = new String[4_000];
        private final int files;
        private final int filesInAFolder;
        private final double scale;

        Sample(int files, double averageSize, int filesInAFolder) {
            this.files = files;
            this.filesInAFolder = filesInAFolder;
            // With the shares and sizes below the average file has 23,150 bytes.
            this.scale = averageSize / 23_150;
            Arrays.setAll(words, i -> newWord());
            Arrays.setAll(lines, i -> line());
        }

        void commitTo(Path repository) throws Exception {
            Process git = new ProcessBuilder("git", "fast-import", "--quiet")
                    .directory(repository.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), 1 << 20)) {
                ascii(out, "commit refs/heads/main\ncommitter Sample <sample@example.org> 1780000000 +0000\ndata 0\n\n");
                file(out, "pom.xml", POM.getBytes(StandardCharsets.UTF_8));
                file(out, ".gitignore", "target/\n".getBytes(StandardCharsets.UTF_8));
                file(out, "src/main/aml/pipeline.yml", PIPELINE.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < files; i++) {
                    int folder = i / filesInAFolder;
                    String name = "code/" + words[folder % 97] + "/" + words[100 + folder % 1013] + "/" + word() + i;
                    any(out, name, random.nextInt(1000));
                }
            }
            if (git.waitFor() != 0) {
                throw new IOException("git fast-import failed");
            }
        }

        private void any(OutputStream out, String name, int kind) throws IOException {
            if (kind < 650) {
                file(out, name + ".py", python(size(20_000)));
            } else if (kind < 820) {
                file(out, name + ".yml", yaml(size(8_000)));
            } else if (kind < 910) {
                file(out, name + ".md", prose(size(12_000)));
            } else if (kind < 945) {
                file(out, name + ".ipynb", notebook(size(80_000)));
            } else if (kind < 970) {
                file(out, name + ".csv", table(size(120_000)));
            } else {
                byte[] model = new byte[size(65_000)];
                random.nextBytes(model);
                file(out, name + ".bin", model);
            }
        }

        /** Log-normal, as the sizes of files are. */
        private int size(int mean) {
            double size = mean * scale * 0.61 * Math.exp(random.nextGaussian());
            return (int) Math.max(50, Math.min(size, mean * scale * 20));
        }

        private byte[] python(int size) {
            List<String> own = new ArrayList<>();
            return text(size, () -> {
                int kind = random.nextInt(100);
                String line = kind < 30 && !own.isEmpty()
                        ? own.get(random.nextInt(own.size()))
                        : kind < 45 ? lines[random.nextInt(lines.length)] : kind < 55 ? "" : line();
                own.add(line);
                return line + "\n";
            });
        }

        private byte[] yaml(int size) {
            return text(size, () -> "  ".repeat(random.nextInt(4))
                    + switch (random.nextInt(4)) {
                        case 0 -> "path: azureml://datastores/" + word();
                        case 1 -> word() + ": " + word();
                        default -> "type: uri_folder";
                    }
                    + "\n");
        }

        private byte[] prose(int size) {
            return text(size, () -> word() + (random.nextInt(12) == 0 ? ".\n" : " "));
        }

        private byte[] notebook(int size) {
            return text(size, () -> {
                if (random.nextInt(60) == 0) {
                    byte[] image = new byte[3000];
                    random.nextBytes(image);
                    return "      \"image/png\": \"" + Base64.getEncoder().encodeToString(image) + "\",\n";
                }
                String line = random.nextInt(3) == 0 ? lines[random.nextInt(lines.length)] : line();
                return "    \"" + line.replace("\"", "\\\"") + "\\n\",\n";
            });
        }

        private byte[] table(int size) {
            return text(
                    size,
                    () -> "2026-0" + (1 + random.nextInt(3)) + "-" + (10 + random.nextInt(18)) + " 12:"
                            + (10 + random.nextInt(50)) + ":00," + random.nextInt(10) + "," + random.nextInt(1000) / 10.0
                            + "," + words[random.nextInt(10)] + ",False,\n");
        }

        private interface Piece {
            String next();
        }

        private static byte[] text(int size, Piece piece) {
            StringBuilder text = new StringBuilder(size + 100);
            while (text.length() < size) {
                text.append(piece.next());
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private String line() {
            return "    ".repeat(random.nextInt(4))
                    + switch (random.nextInt(8)) {
                        case 0 -> "def " + word() + "_" + word() + "(self, " + word() + ", " + word() + "=None):";
                        case 1 -> "self." + word() + " = " + word() + "." + word() + "(" + word() + ")";
                        case 2 -> "if " + word() + " is not None and " + word() + " > " + random.nextInt(100) + ":";
                        case 3 -> "return " + word() + "(" + word() + ", " + word() + "[" + word() + "])";
                        case 4 -> "# " + word() + " " + word() + " " + word() + " " + word() + " " + word();
                        case 5 -> "from " + word() + "." + word() + " import " + word();
                        case 6 -> "raise ValueError(f\"" + word() + " {" + word() + "} " + word() + "\")";
                        default -> word() + " = " + word() + "." + word() + "(" + word() + "=" + random.nextInt(1000) + ")";
                    };
        }

        /** Some words are much more frequent than others. */
        private String word() {
            return words[(int) (words.length * Math.pow(random.nextDouble(), 4))];
        }

        private String newWord() {
            StringBuilder word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
                word.append("bcdfghlmnprstvw".charAt(random.nextInt(15))).append("aeiou".charAt(random.nextInt(5)));
                if (random.nextInt(3) == 0) {
                    word.append("nrst".charAt(random.nextInt(4)));
                }
            }
            return word.toString();
        }

        private static void file(OutputStream out, String path, byte[] content) throws IOException {
            ascii(out, "M 100644 inline " + path + "\ndata " + content.length + "\n");
            out.write(content);
            out.write('\n');
        }

        private static void ascii(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
