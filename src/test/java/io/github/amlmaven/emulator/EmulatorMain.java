package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Emulator} as a process. It writes a JSON file once it answers, with its address, the ids of its workspace and registry, where its
 * authority's certificate is, and the environment that Azure's own libraries need; and it ends when its standard input does, or when it is told to.
 */
public final class EmulatorMain {
    private final Settings settings;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Azurite azurite;

    private EmulatorMain(Settings settings) {
        this.settings = settings;
    }

    /**
     * Runs one.
     *
     * @param arguments the folder of the build, and the file to write
     * @throws IOException when the file cannot be written
     * @throws InterruptedException when this thread was interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("FOLDER_OF_THE_BUILD FILE_TO_WRITE");
        }
        new EmulatorMain(Settings.usual().in(Path.of(arguments[0]))).run(Path.of(arguments[1]));
    }

    private void run(Path file) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAzurite));
        Thread input = new Thread(this::awaitEndOfInput, "input");
        input.setDaemon(true);
        input.start();
        try (Emulator emulator = Emulator.start(settings, this::azurite, stopped::countDown)) {
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            Files.write(unfinished, Json.write(description(emulator)));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            stopped.await();
        }
        stopAzurite();
    }

    private static ObjectNode description(Emulator emulator) {
        ObjectNode description = Json.object()
                .put("address", emulator.address().toString())
                .put("pid", ProcessHandle.current().pid())
                .put("subscriptionId", Emulator.SUBSCRIPTION)
                .put("resourceGroup", Emulator.GROUP)
                .put("workspace", Emulator.WORKSPACE)
                .put("registry", Emulator.REGISTRY)
                .put("workspaceId", emulator.workspaceId())
                .put("registryId", emulator.registryId())
                .put("certificate", emulator.certificate().toString())
                .put("trustStore", emulator.trustStore().toString())
                .put("trustStorePassword", emulator.trustStorePassword());
        emulator.environment().forEach(description.putObject("environment")::put);
        emulator.secrets().forEach(description.putArray("secrets")::add);
        return description;
    }

    private void awaitEndOfInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A broken input has ended, too.
            stopped.countDown();
        }
        stopped.countDown();
    }

    private synchronized Azurite azurite() {
        Azurite running = azurite;
        if (running == null) {
            try {
                running = Azurite.start(settings.project());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            azurite = running;
        }
        return running;
    }

    private synchronized void stopAzurite() {
        if (azurite != null) {
            azurite.close();
            azurite = null;
        }
    }
}
