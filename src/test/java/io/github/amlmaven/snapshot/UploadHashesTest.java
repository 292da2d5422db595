package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeHash;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever order files come, the hash is that of the files in their own order. */
class UploadHashesTest {
    private static final CodeId CODE = new CodeId(TreePath.of("code"), List.of(), CodeUse.JOB);
    private static final int LARGE = 1_000_000;

    private final MemoryTree tree = new MemoryTree();
    private final Random random = new Random(20261201);

    /** A few small ones; and more than may wait, so that some are read again. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 40_000, 700_000})
    void filesThatComeOutOfTurnAreHashedInTheirOrder(int longest) throws Exception {
        for (int i = 0; i < 60; i++) {
            byte[] content = new byte[i % 20 == 7 ? LARGE : random.nextInt(longest)];
            random.nextBytes(content);
            tree.file("code/f" + i + ".bin", content);
        }
        CodeListing listing = CodeFolder.list(tree, CODE.path(), List.of(), CODE.use());
        List<UploadedFile> files = CodeHash.order(listing);
        CodeHash expected = new CodeHash(files, this::size);
        for (UploadedFile file : files) {
            byte[] content = content(file.entry());
            expected.update(content, content.length);
        }

        UploadHashes hashes = new UploadHashes(tree, Map.of(CODE, listing), this::size);
        List<UploadedFile> coming = new ArrayList<>(files);
        Collections.reverse(coming.subList(0, 45));
        Collections.shuffle(coming.subList(45, coming.size()), random);
        for (UploadedFile file : coming) {
            byte[] content = content(file.entry());
            if (content.length == LARGE) {
                hashes.addLarge(file.entry());
            } else {
                hashes.add(file.entry(), content, content.length);
            }
        }

        assertThat(hashes.finish()).isEqualTo(Map.of(CODE, expected.finish()));
    }

    private byte[] content(TreeEntry file) throws IOException {
        try (InputStream in = tree.open(file)) {
            return in.readAllBytes();
        }
    }

    private long size(TreeEntry file) {
        try {
            return tree.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
