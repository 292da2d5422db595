package io.github.amlmaven.publish;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.Tunnel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that publishes, for whoever ends it meanwhile, or gives it little memory. */
final class PublishingProcess {
    private PublishingProcess() {}

    /** Starts one. */
    static Process start(Emulator emulator, Tunnel tunnel, Path zip, Path output, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Djavax.net.ssl.trustStore=" + emulator.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + emulator.trustStorePassword()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PublishingProcess.class.getName(),
                emulator.address().toString(),
                Integer.toString(tunnel.port()),
                zip.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(emulator.environment());
        return builder.start();
    }

    /** Takes the address of the emulator, the port of the tunnel to it, and the snapshot; the environment says who asks. */
    public static void main(String[] arguments) throws Exception {
        Visitor visitor =
                Visitor.of(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Visitor.PATIENCE, System.getenv());
        Outcome outcome = visitor.publish(Path.of(arguments[2]));
        if (outcome.failure().isPresent()) {
            throw outcome.failure().get();
        }
    }
}
