package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflationTest {
    /** The type of a block of deflate, in the second and third bit of its first byte; 0 is one that is stored. */
    private static final int TYPE = 0b110;

    private final Path folder;

    DeflationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] chance(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private byte[] deflated(byte[] content) throws IOException {
        try (Deflation deflation = new Deflation(folder)) {
            Deflated whole = deflation.add(content, content.length);
            Deflated stream = deflation.add(new ByteArrayInputStream(content));
            deflation.flush();
            byte[] bytes = whole.open().readAllBytes();
            assertThat(stream.open().readAllBytes()).isEqualTo(bytes);
            assertThat(new InflaterInputStream(whole.open(), new Inflater(true)).readAllBytes())
                    .isEqualTo(content);
            return bytes;
        }
    }

    private static boolean isStored(byte[] deflated) {
        return (deflated[0] & TYPE) == 0;
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 64 * 1024, 64 * 1024 + 1, 1_000_000})
    void whatWouldNotShrinkIsStored(int length) throws IOException {
        byte[] deflated = deflated(chance(length));
        assertThat(isStored(deflated)).isTrue();
        assertThat(deflated).hasSizeLessThan(length + length / 1_000 + 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_096, 32 * 1024, 64 * 1024, 128 * 1024})
    void whatSaysTheSameAgainShrinks(int length) throws IOException {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 'a');
        assertThat(deflated(content)).hasSizeLessThan(length / 100 + 20);
    }

    @Test
    void textOfChanceShrinks() throws IOException {
        byte[] content = Base64.getEncoder().encode(chance(100_000));
        assertThat(deflated(content)).hasSizeLessThan(content.length * 4 / 5);
    }

    @Test
    void numbersOfWhichOneByteInFourIsAlikeShrink() throws IOException {
        byte[] content = chance(100_000);
        for (int i = 3; i < content.length; i += 4) {
            content[i] = (byte) ((content[i] & 1) | 0x3C);
        }
        byte[] deflated = deflated(content);
        assertThat(isStored(deflated)).isFalse();
        assertThat(deflated).hasSizeLessThan(content.length * 9 / 10);
    }

    @Test
    void aProgramWithATableOfHashesShrinks() throws IOException {
        byte[] content = new byte[500_000];
        byte[] hashes = chance(20_000);
        System.arraycopy(hashes, 0, content, 20_000, hashes.length);
        assertThat(deflated(content)).hasSizeLessThan(30_000);
    }
}
