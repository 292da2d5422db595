package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the code: more is uploaded than the heap could hold. {@code -Dupload.megabytes} makes it more, {@code -Dupload.heap} the heap. */
@ExtendWith(EmulatorExtension.class)
class LargeUploadTest {
    private static final int LARGE = 8;
    private static final int SMALL = 1;

    @Test
    void moreIsUploadedThanTheHeapCouldHold(@TempDir Path folder, @WithBlobs Emulator emulator) throws Exception {
        int megabytes = Integer.getInteger("upload.megabytes", 64);
        SmallProject project = new SmallProject(folder);
        Random random = new Random(1);
        for (int left = megabytes; left > 0; ) {
            int size = left > megabytes / 2 ? LARGE : SMALL;
            byte[] content = new byte[size << 20];
            random.nextBytes(content);
            project.git().write("code/weights/" + left + ".bin", content);
            left -= size;
        }
        Path zip = project.zip("1.4.0");
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Path output = folder.resolve("output");
            Process process = PublishingProcess.start(
                    emulator, tunnel, zip, output, "-Xmx" + System.getProperty("upload.heap", "60m"));
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
            assertThat(Visitor.of(emulator, tunnel).plan(zip).isDone()).isTrue();
        }
    }
}
