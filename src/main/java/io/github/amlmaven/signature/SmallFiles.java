package io.github.amlmaven.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that anyone may have made into memory, as far as there are such files. */
final class SmallFiles {
    private SmallFiles() {}

    /**
     * Reads one.
     *
     * @param file the file
     * @param most how many bytes it has at most
     * @return all of them
     * @throws SignatureRefusedException when it has more
     * @throws IOException when it cannot be read
     */
    static byte[] read(Path file, int most) throws SignatureRefusedException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new SignatureRefusedException(
                        file + " is larger than any such file is: it has more than " + most + " bytes.");
            }
            return content;
        }
    }
}
