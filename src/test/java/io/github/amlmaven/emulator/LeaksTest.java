package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds what must not be there, so that its silence means something. */
class LeaksTest {
    private static final Leaks LEAKS = new Leaks(List.of(Identities.TOKEN_END, Azurite.KEY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=pLanted-1",
                "https://h/c?sv=1&sig=abcdefghijklmnopqrstuvwxyz0123456789%3D",
                "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                "e30." + Identities.TOKEN_END,
                "AccountKey=" + Azurite.KEY
            })
    void aSecretInALogIsFound(String line, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("build.log"), "before\n" + line + "\nafter\n");
        assertThat(LEAKS.in(folder)).isNotEmpty().allMatch(place -> place.startsWith("build.log: "));
    }

    @Test
    void soIsOneInAZip(@TempDir Path folder) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve("a-aml.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("snapshot.json"));
            zip.write("{\"secret\":\"pLanted-2\"}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(LEAKS.in(folder)).singleElement().asString().startsWith("a-aml.zip!snapshot.json: ");
    }

    @Test
    void whatATestWroteForItsBuildIsNoLeak(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("settings.xml"), "<password>pLanted-3</password>");
        Files.writeString(folder.resolve("build.log"), "sig=REDACTED, sig=***, a bearer of a token");
        assertThat(LEAKS.in(folder)).isEmpty();
    }
}
