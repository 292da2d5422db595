package io.github.amlmaven.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.io.AutoLFInputStream;

/**
 * Tells whether a file on disk is what is staged, as git would: byte for byte, or after the conversions that adding it would make. A file that
 * is the committed one byte for byte is never called edited, although git does so where a conversion is asked for that was never made.
 */
final class StagedContent {
    /** Longer files are not converted from another encoding, since that takes them into memory. */
    private static final int LONGEST_ENCODED = 1 << 26;

    private static final Set<String> COMMANDS = Set.of("clean", "smudge", "process", "required");

    private final ObjectStore store;
    private final AttributeRules attributes;
    private final GitConfig config;
    private final DiskPaths paths;
    private final Set<String> filters;

    StagedContent(ObjectStore store, AttributeRules attributes, GitConfig config, DiskPaths paths) {
        this.store = store;
        this.attributes = attributes;
        this.config = config;
        this.paths = paths;
        this.filters = config.subsections("filter", COMMANDS);
    }

    enum Verdict {
        SAME,
        DIFFERENT,
        FILTERED
    }

    /** Whether a filter command other than that of Git LFS stands between a file and what is committed. */
    boolean isFiltered(String path) throws IOException {
        return hasFilters() && isFiltered(attributes.of(path));
    }

    boolean hasFilters() {
        return filters.stream().anyMatch(driver -> !driver.equals("lfs"));
    }

    private boolean isFiltered(Map<String, String> said) {
        String driver = said.getOrDefault("filter", "");
        return filters.contains(driver) && !driver.equals("lfs");
    }

    Verdict compare(Path file, FileStat stat, IndexEntry entry) throws IOException {
        if (stat.type() == FileStat.Type.LINK) {
            byte[] target = PathText.encode(paths.textOf(Files.readSymbolicLink(file)));
            return verdict(isStaged(entry, target.length, () -> new ByteArrayInputStream(target)));
        }
        if (isStaged(entry, stat.size(), () -> open(file))) {
            return Verdict.SAME;
        }
        if (entry.type() == IndexEntry.LINK) {
            return Verdict.DIFFERENT;
        }
        Optional<LfsPointer> pointer =
                store.blob(entry.id(), LfsPointer.LONGEST).flatMap(LfsPointer::parse);
        if (pointer.isPresent() && LfsStore.isContent(file, pointer.get())) {
            return Verdict.SAME;
        }
        Map<String, String> said = attributes.of(entry.path());
        return isFiltered(said) ? Verdict.FILTERED : verdict(isStagedOnceConverted(file, stat, entry, said));
    }

    private static Verdict verdict(boolean isSame) {
        return isSame ? Verdict.SAME : Verdict.DIFFERENT;
    }

    private boolean isStagedOnceConverted(Path file, FileStat stat, IndexEntry entry, Map<String, String> said)
            throws IOException {
        Optional<Charset> encoding = encoding(said);
        if (encoding.isPresent() && stat.size() > LONGEST_ENCODED) {
            return false;
        }
        Source text = encoding.isPresent() ? () -> decoded(file, encoding.get()) : () -> open(file);
        boolean toLineFeeds = becomeLineFeeds(text, entry, LineEndings.of(said, config));
        boolean hasKeyword = "true".equals(said.get("ident"));
        if (encoding.isEmpty() && !toLineFeeds && !hasKeyword) {
            return false;
        }
        Source lines = toLineFeeds ? () -> AutoLFInputStream.create(text.open()) : text;
        Source converted = hasKeyword ? () -> new IdentInputStream(lines.open()) : lines;
        long length;
        try (InputStream in = converted.open()) {
            length = in.transferTo(OutputStream.nullOutputStream());
        }
        return isStaged(entry, length, converted);
    }

    private boolean becomeLineFeeds(Source text, IndexEntry entry, LineEndings endings) throws IOException {
        if (endings == LineEndings.KEPT) {
            return false;
        }
        TextStats stats = stats(text);
        if (!stats.hasPairs() || endings == LineEndings.CONVERTED) {
            return stats.hasPairs();
        }
        if (stats.isBinary()) {
            return false;
        }
        TextStats staged = stats(() -> store.open(entry.id()));
        return staged.isBinary() || !staged.hasPairs();
    }

    private static TextStats stats(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return TextStats.of(in);
        }
    }

    /** An encoding that Java does not know is not undone; the file then differs, unless it is the staged one as it is. */
    private static Optional<Charset> encoding(Map<String, String> said) {
        String name = said.getOrDefault("working-tree-encoding", "").toUpperCase(Locale.ROOT);
        if (name.isEmpty()
                || name.equals("TRUE")
                || name.equals("FALSE")
                || name.equals("UTF-8")
                || name.equals("UTF8")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name.equals("UTF-16LE-BOM") ? "UTF-16" : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static InputStream decoded(Path file, Charset encoding) throws IOException {
        try (InputStream in = open(file)) {
            String text = new String(in.readNBytes(LONGEST_ENCODED), encoding);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Bytes that can be read more than once. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private static boolean isStaged(IndexEntry entry, long length, Source content) throws IOException {
        MessageDigest digest = Hashes.sha1();
        digest.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = content.open()) {
            return Hashes.feed(digest, in) == length
                    && ObjectId.fromRaw(digest.digest()).equals(entry.id());
        }
    }
}
