package io.github.amlmaven.gate.secret;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.List;

/** Looks for secrets in the files of a tree, one after the other. */
final class FileScan {

    /** As much as git looks at to tell text from the rest ({@code buffer_is_binary} of its {@code xdiff-interface.c}). */
    private static final int HEAD = 8000;

    /** Key stores and pickles are smaller; a model or a table that is not text can take minutes to read. */
    private static final long LARGEST_BINARY = 1 << 20;

    private final FileTree tree;
    private final StreamScan scan;

    FileScan(FileTree tree) {
        this.tree = tree;
        this.scan = new StreamScan();
    }

    /** Every secret of a file. Of a file that is not text there are none when it is large. */
    List<Sighting> scan(TreeEntry file) throws IOException {
        try (PushbackInputStream in = new PushbackInputStream(tree.open(file), HEAD)) {
            byte[] head = in.readNBytes(HEAD);
            in.unread(head);
            if (isUtf16(head)) {
                return scan.scan(new Utf16Stream(in));
            }
            if (isBinary(head) && tree.size(file) > LARGEST_BINARY) {
                return List.of();
            }
            return scan.scan(in);
        }
    }

    private static boolean isUtf16(byte[] head) {
        return startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
    }

    private static boolean isBinary(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
