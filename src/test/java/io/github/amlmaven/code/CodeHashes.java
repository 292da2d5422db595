package io.github.amlmaven.code;

import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hash of code whose files are read for nothing else. */
public final class CodeHashes {
    private CodeHashes() {}

    public static String of(FileTree tree, CodeListing listing) throws IOException {
        List<UploadedFile> files = CodeHash.order(listing);
        Map<TreeEntry, Long> sizes = new HashMap<>();
        for (UploadedFile file : files) {
            sizes.put(file.entry(), tree.size(file.entry()));
        }
        CodeHash hash = new CodeHash(files, sizes::get);
        for (UploadedFile file : files) {
            try (InputStream in = tree.open(file.entry())) {
                byte[] content = in.readAllBytes();
                hash.update(content, content.length);
            }
        }
        return hash.finish();
    }
}
