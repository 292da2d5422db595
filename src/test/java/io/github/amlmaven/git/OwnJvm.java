package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program of the tests in a JVM of its own: for what a JVM fixes when it starts, and for what another process does. */
public final class OwnJvm {
    private OwnJvm() {}

    /** Gives what it prints. */
    public static String run(Path folder, Class<?> program, Map<String, String> environment, String... arguments)
            throws IOException {
        return run(0, folder, program, environment, arguments);
    }

    /** One that ends with a status of its own, as when it kills itself. */
    public static void ends(int status, Path folder, Class<?> program, Object... arguments) throws IOException {
        run(
                status,
                folder,
                program,
                Map.of(),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static String run(
            int status, Path folder, Class<?> program, Map<String, String> environment, String... arguments)
            throws IOException {
        Process process = start(folder, program, environment, arguments);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(folder.resolve("output"));
        assertThat(process.exitValue())
                .as(output + Files.readString(folder.resolve("errors")))
                .isEqualTo(status);
        return output.strip();
    }

    /** One that goes on beside the test, which has to end it. What it prints is in the files {@code output} and {@code errors}. */
    public static Process start(Path folder, Class<?> program, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
