package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

    @Test
    void saysThatThereIsNoFolder() {
        assertThatThrownBy(() -> PendingFile.create(folder.resolve("none/x.zip")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
