package io.github.amlmaven.gate.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which blobs hold no secret, so that no build reads them a second time. Only ids are kept, and nothing about a blob with a
 * secret. Safe for use by several threads. Several builds may share its file: it is always replaced as a whole and ends in its own
 * digest, so that a torn one counts as none.
 */
public final class SecretMemory {
    private static final Logger LOG = LoggerFactory.getLogger(SecretMemory.class);

    /** Some 8 MB. When there are more, only those are kept that the last scan asked for. */
    private static final int MOST = 200_000;

    private final Optional<Path> file;
    private final String header;
    private final CompletableFuture<Set<String>> known;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Set<String> learnt = ConcurrentHashMap.newKeySet();

    private SecretMemory(Optional<Path> file, String generator) {
        this.file = file;
        this.header = "blobs without secrets, as " + generator + " knows them by formats " + FormatSet.ALL.version();
        this.known = CompletableFuture.supplyAsync(() -> file.map(this::read).orElseGet(Set::of));
    }

    /**
     * A memory that is kept in a file.
     *
     * @param file the file; it is made when it is missing. Whoever can write it can hide a secret, so it belongs where the plugin's own
     *     jar lies: into the local repository
     * @param generator the name and version of the plugin; another one looks at everything again
     * @return the memory; empty when the file is missing, damaged, or another generator's
     */
    public static SecretMemory in(Path file, String generator) {
        return new SecretMemory(Optional.of(file), generator);
    }

    /**
     * A memory that ends with the object.
     *
     * @return an empty one
     */
    public static SecretMemory none() {
        return new SecretMemory(Optional.empty(), "");
    }

    boolean isClean(String blob) {
        boolean clean = known.join().contains(blob);
        if (clean) {
            asked.add(blob);
        }
        return clean;
    }

    void remember(String blob) {
        learnt.add(blob);
    }

    /** Keeps what was learnt, if there is something new. A file that cannot be written costs the next build time and nothing else. */
    void save() {
        if (file.isPresent() && !learnt.isEmpty()) {
            try {
                write(file.get());
            } catch (IOException e) {
                LOG.debug("The blobs without secrets could not be kept in {}", file.get(), e);
            }
        }
    }

    private void write(Path target) throws IOException {
        SortedSet<String> used = new TreeSet<>(asked);
        used.addAll(learnt);
        SortedSet<String> all = new TreeSet<>(read(target));
        all.addAll(used);
        SortedSet<String> blobs = all.size() > MOST ? used : all;
        List<String> lines = new ArrayList<>(blobs);
        lines.add(0, header);
        String text = String.join("\n", lines) + "\n";
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path pending = Files.createTempFile(folder, target.getFileName().toString(), ".tmp");
        try {
            Files.writeString(pending, text + Digest.of(text) + "\n");
            Files.move(pending, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(pending);
        }
    }

    private Set<String> read(Path source) {
        try {
            String content = new String(Files.readAllBytes(source), StandardCharsets.ISO_8859_1);
            int digest = content.lastIndexOf('\n', content.length() - 2) + 1;
            String text = content.substring(0, digest);
            if (text.startsWith(header + "\n") && content.substring(digest).equals(Digest.of(text) + "\n")) {
                return Set.of(text.substring(header.length() + 1).split("\n"));
            }
        } catch (NoSuchFileException e) {
            LOG.debug("No blob is known to hold no secret: {} is yet to be written", source);
        } catch (IOException e) {
            LOG.debug("The blobs without secrets could not be read from {}", source, e);
        }
        return Set.of();
    }
}
