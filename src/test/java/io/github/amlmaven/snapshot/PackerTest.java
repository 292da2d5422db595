package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeHash;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackerTest {
    private static final CodeId CODE = new CodeId(TreePath.of("code"), List.of(), CodeUse.COMPONENT);

    private final Path folder;

    PackerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Small, empty, exactly one piece, and too large for memory; names whose order changes in lower case. */
    private static MemoryTree code() {
        MemoryTree tree = new MemoryTree();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            tree.file("code/" + (i % 2 == 0 ? "Ä" : "a") + i, text(random, random.nextInt(5_000)));
        }
        return tree.file("code/empty", "")
                .file("code/B-large", text(random, 3 << 20))
                .file("code/one-piece", text(random, 64 * 1024))
                .file("code/z-large", text(random, 1 << 20))
                .link("link", "code/Ä0");
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(20)));
        }
        return text.toString();
    }

    private static List<TreeEntry> entries(FileTree tree) throws IOException {
        return Stream.concat(
                        tree.children(TreePath.of("code")).stream(),
                        tree.children(TreePath.ROOT).stream().filter(entry -> entry.kind() != TreeEntry.Kind.FOLDER))
                .toList();
    }

    @Test
    void keepsEveryContent() throws IOException {
        MemoryTree tree = code();
        try (Packer packer = new Packer(tree, folder, Snapshots.SILENT)) {
            Packer.Packed packed = packer.pack(entries(tree), Map.of());
            assertThat(packed.files()).hasSize(205);
            for (PackedFile file : packed.files().values()) {
                byte[] content = tree.open(file.entry()).readAllBytes();
                assertThat(inflated(file.content())).isEqualTo(content);
                assertThat(file.content().size()).isEqualTo(content.length);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static byte[] inflated(Deflated content) throws IOException {
        return new InflaterInputStream(content.open(), new Inflater(true)).readAllBytes();
    }

    @Test
    void theHashOfCodeIsThatOfItsFilesReadInOrder() throws IOException {
        MemoryTree tree = code();
        CodeListing listing = CodeFolder.list(tree, CODE.path(), List.of(), CodeUse.COMPONENT);
        try (Packer packer = new Packer(tree, folder, Snapshots.SILENT)) {
            assertThat(packer.pack(entries(tree), Map.of(CODE, listing)).uploads())
                    .containsExactly(Map.entry(CODE, hash(tree, listing)));
        }
    }

    @Test
    void theHashIsRightInWhateverOrderFilesCome() throws IOException {
        MemoryTree tree = code();
        CodeListing listing = CodeFolder.list(tree, CODE.path(), List.of(), CodeUse.COMPONENT);
        UploadHashes hashes = new UploadHashes(tree, Map.of(CODE, listing), file -> size(tree, file));
        for (int i = listing.files().size() - 1; i >= 0; i--) {
            TreeEntry file = listing.files().get(i).entry();
            byte[] content = tree.open(file).readAllBytes();
            if (i % 3 == 0) {
                hashes.addLarge(file);
            } else {
                hashes.add(file, content, content.length);
            }
        }
        assertThat(hashes.finish()).containsExactly(Map.entry(CODE, hash(tree, listing)));
    }

    private static long size(FileTree tree, TreeEntry file) {
        try {
            return tree.size(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(FileTree tree, CodeListing listing) throws IOException {
        List<CodeListing.UploadedFile> files = CodeHash.order(listing);
        CodeHash hash = new CodeHash(files, file -> size(tree, file));
        for (CodeListing.UploadedFile file : files) {
            byte[] content = tree.open(file.entry()).readAllBytes();
            hash.update(content, content.length);
        }
        return hash.finish();
    }

    @Test
    void theCompressedBytesDependOnTheContentAndNotOnHowItIsHandedOut() throws IOException {
        byte[] content = text(new Random(2), 300_000).getBytes(StandardCharsets.UTF_8);
        try (Deflation deflation = new Deflation(folder)) {
            Deflated whole = deflation.add(content, content.length);
            Deflated stream = deflation.add(new ByteArrayInputStream(content));
            Deflated drips = deflation.add(new Dripping(new ByteArrayInputStream(content)));
            deflation.flush();
            byte[] bytes = whole.open().readAllBytes();
            assertThat(stream.open().readAllBytes()).isEqualTo(bytes);
            assertThat(drips.open().readAllBytes()).isEqualTo(bytes);
            assertThat(List.of(stream.sha256(), drips.sha256())).containsOnly(whole.sha256());
        }
    }

    private static final class Dripping extends FilterInputStream {
        Dripping(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, 777));
        }
    }

    @Test
    void aFileThatCannotBeReadEndsItAndNothingIsLeft() {
        MemoryTree tree = code();
        FileTree broken = new Broken(tree, TreePath.of("code/a77"));
        assertThatThrownBy(() -> {
                    try (Packer packer = new Packer(broken, folder, Snapshots.SILENT)) {
                        packer.pack(entries(tree), Map.of());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk on fire");
        assertThat(folder).isEmptyDirectory();
    }

    private record Broken(MemoryTree tree, TreePath path) implements FileTree {
        @Override
        public Optional<TreeEntry> find(TreePath path) {
            return tree.find(path);
        }

        @Override
        public List<TreeEntry> children(TreePath folder) {
            return tree.children(folder);
        }

        @Override
        public long size(TreeEntry file) throws IOException {
            return tree.size(file);
        }

        @Override
        public InputStream open(TreeEntry file) throws IOException {
            if (file.path().equals(path)) {
                throw new IOException("disk on fire");
            }
            return tree.open(file);
        }

        @Override
        public String target(TreeEntry link) throws IOException {
            return tree.target(link);
        }
    }
}
