package io.github.amlmaven.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.TreeEntry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The hash that Azure ML looks uploaded code up by, its version 202208: a SHA-256 over the number of files, the name and the length of each,
 * and then the content of each, in the order of the lower-case names ({@code get_content_hash} in azure-ai-ml 1.35.2).
 */
public final class CodeHash {
    private final MessageDigest digest = sha256();

    /**
     * Begins a hash, to be fed by whoever reads the files anyway.
     *
     * @param files all of them, in the order that {@link #order} gives
     * @param size how many bytes a file has
     */
    public CodeHash(List<UploadedFile> files, ToLongFunction<TreeEntry> size) {
        digest.update(Integer.toString(files.size()).getBytes(UTF_8));
        for (UploadedFile file : files) {
            digest.update(("#" + file.name() + "#" + size.applyAsLong(file.entry())).getBytes(UTF_8));
        }
    }

    /**
     * The order in which the hash takes the files.
     *
     * @param listing the files
     * @return the same files
     */
    public static List<UploadedFile> order(CodeListing listing) {
        return ordered(listing.files(), UploadedFile::name);
    }

    /**
     * That order, for whatever has names.
     *
     * @param files some files
     * @param name what a file is called in the upload
     * @param <T> what stands for a file
     * @return the same files
     */
    public static <T> List<T> ordered(Collection<T> files, Function<T, String> name) {
        return files.stream()
                .map(file -> Turn.of(file, name.apply(file)))
                .sorted()
                .map(Turn::file)
                .toList();
    }

    /**
     * A name is turned into lower case once, and not at every comparison. The client leaves names that differ by case only in the order in
     * which its file system lists them; here their own order decides.
     */
    private record Turn<T>(T file, String name, String lower) implements Comparable<Turn<T>> {
        static <T> Turn<T> of(T file, String name) {
            return new Turn<>(file, name, name.toLowerCase(Locale.ROOT));
        }

        @Override
        public int compareTo(Turn<T> other) {
            int order = CodePointOrder.INSTANCE.compare(lower, other.lower);
            return order == 0 ? CodePointOrder.INSTANCE.compare(name, other.name) : order;
        }
    }

    /**
     * Takes the next bytes: the first file's to its end, then the second's, and so on.
     *
     * @param bytes has them
     * @param length how many it has
     */
    public void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /**
     * Takes the next bytes likewise.
     *
     * @param bytes what remains in it
     */
    public void update(ByteBuffer bytes) {
        digest.update(bytes);
    }

    /**
     * Ends the hash.
     *
     * @return 64 lower-case hex digits
     */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
