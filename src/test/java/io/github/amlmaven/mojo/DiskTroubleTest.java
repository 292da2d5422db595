package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTroubleTest {
    private final Path folder;
    private final Path file;

    DiskTroubleTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.file = Files.createFile(folder.resolve("file"));
    }

    @Test
    void whatIsWrongIsSaidAndNotTheNameOfTheFileAlone() {
        Path none = folder.resolve("none/a");
        assertThat(words(() -> Files.createFile(none))).isEqualTo(none + " is not there, and cannot be made");
        assertThat(words(() -> Files.createFile(file))).isEqualTo(file + " is there already");
        assertThat(words(() -> Files.newDirectoryStream(file))).isEqualTo(file + " is no folder");
        assertThat(words(() -> Files.delete(folder))).isEqualTo(folder + " is a folder with something in it");
        assertThat(DiskTrouble.words(new AccessDeniedException("target")))
                .isEqualTo("target may not be read or written by the user that runs Maven");
    }

    @Test
    void whatSaysMoreIsLeftAsItIs() {
        assertThat(DiskTrouble.words(new FileSystemException("a", null, "No space left on device")))
                .isEqualTo("a: No space left on device");
        assertThat(DiskTrouble.words(new IOException("cut off"))).isEqualTo("cut off");
    }

    @Test
    void whatSaysNothingIsNamed() {
        assertThat(DiskTrouble.words(new EOFException())).startsWith("a file ends before it should");
        assertThat(DiskTrouble.words(new ClosedChannelException())).isEqualTo("ClosedChannelException");
    }

    private static String words(ThrowingCallable callable) {
        return DiskTrouble.words(catchThrowableOfType(IOException.class, callable));
    }
}
