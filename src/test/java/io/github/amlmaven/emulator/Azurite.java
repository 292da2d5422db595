package io.github.amlmaven.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure Blob storage on this machine, which is Microsoft's own Azurite, pinned by {@code src/test/azurite} and installed under {@code target}.
 * It keeps blobs in memory, and ends with the process that started it, however that ends.
 */
final class Azurite implements AutoCloseable {
    /** The account that every Azurite has, and its key, which is public. */
    static final String ACCOUNT = "devstoreaccount1";

    static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final Path PINS = Path.of("src", "test", "azurite");
    /** Ends with its standard input. */
    private static final String PROGRAM =
            "process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();"
                    + "require(process.argv[1]);";

    private static final Pattern LISTENS = Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    private final Process process;
    private final URI address;

    private Azurite(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Whether there is a Node.js that could run it. */
    static boolean hasNode() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = node.inputReader()) {
                Matcher version = Pattern.compile("v(\\d+)\\..*").matcher(String.valueOf(out.readLine()));
                return version.matches() && Integer.parseInt(version.group(1)) >= 20;
            }
        } catch (IOException e) {
            // That is how the absence of a program shows.
            return false;
        }
    }

    /**
     * Starts one, and installs it before where that is still to be done.
     *
     * @param project the folder of the build
     */
    static Azurite start(Path project) throws IOException {
        Path home = installed(project);
        Path log = Files.createTempFile(home, "azurite", ".log");
        Process process = new ProcessBuilder(
                        "node",
                        "-e",
                        PROGRAM,
                        home.resolve("node_modules/azurite/dist/src/blob/main.js")
                                .toString(),
                        "--silent",
                        "--inMemoryPersistence",
                        "--disableTelemetry",
                        "--skipApiVersionCheck",
                        "--blobHost",
                        "127.0.0.1",
                        "--blobPort",
                        "0")
                .directory(home.toFile())
                .redirectError(log.toFile())
                .start();
        // Silent from then on, so that nobody has to read on.
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return new Azurite(process, URI.create("http://127.0.0.1:" + listens.group(1)));
            }
        }
        throw new IOException("Azurite does not start:\n" + Files.readString(log));
    }

    /** One thread at a time: the lock is for other JVMs, and a second one of the same JVM would be refused. */
    private static synchronized Path installed(Path project) throws IOException {
        Path pins = project.toAbsolutePath().resolve(PINS);
        Path home = project.toAbsolutePath().resolve("target").resolve("azurite");
        Files.createDirectories(home);
        // Several JVMs may ask at once.
        try (FileChannel lock =
                        FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            Path wanted = pins.resolve("package-lock.json");
            Path done = home.resolve("installed.json");
            if (held.isValid() && (!Files.exists(done) || Files.mismatch(wanted, done) >= 0)) {
                for (String name : List.of("package.json", "package-lock.json")) {
                    Files.copy(pins.resolve(name), home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
                npm(home);
                Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return home;
    }

    private static void npm(Path home) throws IOException {
        Path log = home.resolve("install.log");
        Process npm = new ProcessBuilder(
                        WINDOWS ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(10, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new IOException("npm ci takes more than 10 minutes in " + home);
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (npm.exitValue() != 0) {
            throw new IOException("npm ci failed:\n" + Files.readString(log));
        }
    }

    /** Without the account. */
    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            process.getOutputStream().close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
