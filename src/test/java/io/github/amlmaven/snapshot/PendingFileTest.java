package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.OwnJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
    private final Path folder;
    private final Path target;

    PendingFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.target = folder.resolve("x.zip");
    }

    private static void write(PendingFile file, String text) throws IOException {
        file.channel().write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void appearsWhenItIsFinishedAndNotBefore() throws IOException {
        Files.writeString(target, "old");
        try (PendingFile file = PendingFile.create(target)) {
            write(file, "new");
            assertThat(target).hasContent("old");
            file.finish();
        }
        assertThat(folder).isDirectoryContaining(target::equals);
        assertThat(target).hasContent("new");
        assertThat(folder.toFile().list()).containsExactly("x.zip");
    }

    @Test
    void leavesNothingWhenItIsNotFinished() throws IOException {
        try (PendingFile file = PendingFile.create(target)) {
            write(file, "half");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Path abandoned = Files.writeString(folder.resolve(".x.zip.abandoned.part"), "half");
        Path other = Files.writeString(folder.resolve(".y.zip.abandoned.part"), "another file's");
        PendingFile.create(target).close();
        assertThat(abandoned).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void leavesAloneWhatIsStillBeingWritten() throws IOException {
        try (PendingFile first = PendingFile.create(target)) {
            write(first, "first");
            try (PendingFile second = PendingFile.create(target)) {
                write(second, "second");
                second.finish();
            }
            first.finish();
        }
        assertThat(target).hasContent("first");
        assertThat(folder.toFile().list()).containsExactly("x.zip");
    }

    /** Another process that begins the same file, as often as it is told. */
    static final class Another {
        private Another() {}

        public static void main(String[] arguments) throws IOException {
            for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
                PendingFile.create(Path.of(arguments[0])).close();
                Files.writeString(Path.of(arguments[0]).resolveSibling("begun"), "");
            }
        }
    }

    @Test
    void anotherProcessLeavesItAloneWhenItWasReadToo() throws IOException {
        try (PendingFile file = PendingFile.create(target)) {
            write(file, "first");
            try (InputStream in = file.open()) {
                assertThat(in).hasContent("first");
            }
            OwnJvm.ends(0, folder, Another.class, target, 1);
            file.finish();
        }
        assertThat(target).hasContent("first");
    }

    @Test
    @Timeout(120)
    void anotherProcessLeavesItAloneFromTheBeginningToTheEnd() throws Exception {
        Process another = OwnJvm.start(folder, Another.class, Map.of(), target.toString(), "1000000");
        try {
            while (!Files.exists(folder.resolve("begun"))) {
                assertThat(another.isAlive()).isTrue();
                Thread.sleep(5);
            }
            for (int i = 0; i < 1000; i++) {
                try (PendingFile file = PendingFile.create(target)) {
                    write(file, "mine");
                    file.finish();
                }
            }
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly().waitFor(); // or it writes to the folder while that is deleted
        }
        assertThat(folder.resolve("errors")).content().doesNotContain("Exception");
        assertThat(target).hasContent("mine");
    }

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() -> PendingFile.create(folder.resolve("none/x.zip")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
