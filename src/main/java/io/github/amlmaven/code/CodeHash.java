package io.github.amlmaven.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The hash that Azure ML looks uploaded code up by, its version 202208: a SHA-256 over the number of files, the name and the length of each,
 * and then the content of each, in the order of the lower-case names ({@code get_content_hash} in azure-ai-ml 1.35.2).
 */
public final class CodeHash {
    // The client leaves names that differ by case only in the order in which its file system lists them.
    private static final Comparator<UploadedFile> ORDER = Comparator.<UploadedFile, String>comparing(
                    file -> file.name().toLowerCase(Locale.ROOT), CodePointOrder.INSTANCE)
            .thenComparing(UploadedFile::name, CodePointOrder.INSTANCE);

    private CodeHash() {}

    /**
     * Computes the hash.
     *
     * @param tree where the files are
     * @param listing the files
     * @return 64 lower-case hex digits
     * @throws IOException when a file cannot be read
     */
    public static String of(FileTree tree, CodeListing listing) throws IOException {
        MessageDigest digest = sha256();
        List<UploadedFile> files = listing.files().stream().sorted(ORDER).toList();
        digest.update(Integer.toString(files.size()).getBytes(UTF_8));
        for (UploadedFile file : files) {
            digest.update(("#" + file.name() + "#" + tree.size(file.entry())).getBytes(UTF_8));
        }
        try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (UploadedFile file : files) {
                try (InputStream in = tree.open(file.entry())) {
                    in.transferTo(out);
                }
            }
        }
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
