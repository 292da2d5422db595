package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A repository made for a test with the {@code git} program, whose configuration is pinned: no system configuration, a home of its own, fixed
 * names and dates. Where {@code git} is absent the test is skipped with one line.
 */
public final class GitFixture {
    /** When everything is committed, in seconds since 1970. */
    public static final long COMMITTED_AT = 1_700_000_000L;

    private final Path top;
    private final Path home;
    private final Map<String, String> environment;

    private GitFixture(Path top, Path home, Map<String, String> environment) {
        this.top = top;
        this.home = home;
        this.environment = environment;
    }

    /**
     * Makes an empty repository on branch {@code main}.
     *
     * @param folder an existing folder of the test; the repository is its subfolder {@code repo}, the home its subfolder {@code home}
     */
    public static GitFixture init(Path folder) {
        return init(folder, "repo");
    }

    /** Makes an empty repository called otherwise; repositories in one folder share their home. */
    public static GitFixture init(Path folder, String name, String... options) {
        GitFixture fixture = at(folder, name);
        List<String> command = new ArrayList<>(List.of("init", "-q", "-b", "main"));
        command.addAll(List.of(options));
        fixture.git(command.toArray(String[]::new));
        return fixture;
    }

    /** A folder beside the shared home, whatever is in it. */
    public static GitFixture at(Path folder, String name) {
        try {
            Path real = folder.toRealPath();
            Path home = Files.createDirectories(real.resolve("home"));
            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("HOME", home.toString());
            environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
            environment.put("GIT_CONFIG_NOSYSTEM", "1");
            environment.put("GIT_AUTHOR_NAME", "A");
            environment.put("GIT_AUTHOR_EMAIL", "a@example.org");
            environment.put("GIT_AUTHOR_DATE", COMMITTED_AT + " +0000");
            environment.put("GIT_COMMITTER_NAME", "C");
            environment.put("GIT_COMMITTER_EMAIL", "c@example.org");
            environment.put("GIT_COMMITTER_DATE", COMMITTED_AT + " +0000");
            environment.put("GIT_TERMINAL_PROMPT", "0");
            environment.put("GIT_OPTIONAL_LOCKS", "0");
            environment.put("LC_ALL", "C.UTF-8");
            return new GitFixture(Files.createDirectories(real.resolve(name)), home, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The top of the working copy. */
    public Path top() {
        return top;
    }

    /** The home of whoever works here: {@code .gitconfig} and {@code .config/git} are in it. */
    public Path home() {
        return home;
    }

    /** What to open the repository with, so that no configuration of this machine counts. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** The same with more variables. */
    public Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return Map.copyOf(all);
    }

    public GitRepository open() throws IOException, UnusableRepositoryException {
        return GitRepository.open(top, environment());
    }

    /** Writes a text file, making its folders. */
    public GitFixture write(String path, String content) {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, making its folders. */
    public GitFixture write(String path, byte[] content) {
        try {
            Path file = path(path);
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a link to a target that is relative and does not climb. */
    public GitFixture link(String path, String target) {
        try {
            Files.createSymbolicLink(path(path), top.relativize(path(target)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path in the working copy; unlike {@link Path#resolve(String)} this takes any name in any locale. */
    public Path path(String path) {
        return new DiskPaths(top).locate(TreePath.of(path)).orElseThrow();
    }

    /** Adds everything and commits it; gives the commit's id. */
    public String commitAll() {
        git("add", "--all");
        return commit();
    }

    /** Commits what is staged; gives the commit's id. */
    public String commit() {
        git("commit", "-q", "--allow-empty", "--no-verify", "-m", "a commit");
        return git("rev-parse", "HEAD").strip();
    }

    /** Runs git at the top and gives what it prints; fails when git does. */
    public String git(String... arguments) {
        Outcome outcome = tryGit(arguments);
        assertThat(outcome.status())
                .as("git %s: %s%s", Arrays.toString(arguments), outcome.output(), outcome.errors())
                .isZero();
        return outcome.output();
    }

    /** Runs git at the top, whatever comes of it. */
    public Outcome tryGit(String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
            command.addAll(List.of(arguments));
            Path output = Files.createTempFile(home, "out", "");
            Path errors = Files.createTempFile(home, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(top.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().putAll(environment);
            Process process = start(builder);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            Outcome outcome = new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
            Files.delete(output);
            Files.delete(errors);
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            Assumptions.abort("git is not installed, so its answers cannot be compared");
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a command. */
    public record Outcome(int status, String output, String errors) {}
}
