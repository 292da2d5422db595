package io.github.amlmaven.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/** Finds and reads ignore files: of a folder, {@code .amlignore} if it exists, else {@code .gitignore}. */
final class IgnoreFiles {
    private static final List<String> NAMES = List.of(".amlignore", ".gitignore");
    /** Every pattern is tried on every file, so that time has a bound, too. */
    private static final int MAX_BYTES = 64 << 10;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FileTree tree;
    private final Upload upload;
    private final CodeUse use;

    IgnoreFiles(FileTree tree, Upload upload, CodeUse use) {
        this.use = use;
        this.tree = tree;
        this.upload = upload;
    }

    /** The rules of a folder; an ignore file that the client could not read is a problem. */
    IgnoreRules rulesOf(TreePath folder) throws IOException {
        for (String name : NAMES) {
            Followed file = Followed.of(tree, folder.child(name));
            if (file.entry().isPresent()) {
                file.links().forEach(upload::consult);
                return rulesIn(file.entry().get());
            }
        }
        return withoutFile();
    }

    /** The rules of the folder that the upload itself makes. */
    IgnoreRules rulesOfUpload() throws IOException {
        for (String name : NAMES) {
            Optional<TreeEntry> file = upload.find(name);
            if (file.isPresent()) {
                return rulesIn(file.get());
            }
        }
        return withoutFile();
    }

    /** The rules where there is none. */
    IgnoreRules withoutFile() {
        return IgnoreRules.of(use);
    }

    private IgnoreRules rulesIn(TreeEntry file) throws IOException {
        upload.consult(file);
        if (!file.isFile()) {
            return unreadable(file, "it is a folder");
        }
        byte[] bytes;
        try (InputStream in = tree.open(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            return unreadable(file, "it has more than " + MAX_BYTES + " bytes");
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return IgnoreRules.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, use);
        } catch (CharacterCodingException e) {
            return unreadable(file, "it is not UTF-8");
        } catch (IgnorePatternException e) {
            return unreadable(file, e.reason());
        }
    }

    private IgnoreRules unreadable(TreeEntry file, String why) {
        upload.problem(
                "code/unreadable-ignore-file",
                file,
                "Azure ML's client cannot read this ignore file: " + why + ".",
                "Mend it or remove it.");
        return withoutFile();
    }
}
