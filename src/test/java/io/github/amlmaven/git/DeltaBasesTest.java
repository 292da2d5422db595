package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.DeltaBases.Base;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaBasesTest {
    private static final int SIZE = 100;

    private final Path folder;

    DeltaBasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void forgetsWhatWasNotAskedForTheLongest() throws Exception {
        try (OpenPack pack = pack()) {
            DeltaBases bases = new DeltaBases(3 * SIZE);
            for (int offset = 1; offset <= 3; offset++) {
                bases.keep(pack, offset, base());
            }
            assertThat(bases.find(pack, 1)).isPresent();
            bases.keep(pack, 4, base());

            assertThat(bases.find(pack, 1)).isPresent();
            assertThat(bases.find(pack, 2)).isEmpty();
            assertThat(bases.find(pack, 3)).isPresent();
            assertThat(bases.find(pack, 4)).isPresent();
        }
    }

    @Test
    void keepsNothingThatIsLargerThanAllOfIt() throws Exception {
        try (OpenPack pack = pack()) {
            DeltaBases bases = new DeltaBases(SIZE - 1);
            bases.keep(pack, 1, base());

            assertThat(bases.find(pack, 1)).isEmpty();
        }
    }

    @Test
    void countsWhatIsKeptTwiceOnce() throws Exception {
        try (OpenPack pack = pack()) {
            DeltaBases bases = new DeltaBases(2 * SIZE);
            bases.keep(pack, 1, base());
            bases.keep(pack, 2, base());
            bases.keep(pack, 2, base());

            assertThat(bases.find(pack, 1)).isPresent();
        }
    }

    @Test
    void tellsPacksApart() throws Exception {
        try (OpenPack one = pack();
                OpenPack other = pack()) {
            DeltaBases bases = new DeltaBases(SIZE);
            bases.keep(one, 1, base());

            assertThat(bases.find(other, 1)).isEmpty();
        }
    }

    private static Base base() {
        return new Base(Constants.OBJ_BLOB, new byte[SIZE]);
    }

    private OpenPack pack() throws Exception {
        GitFixture git = GitFixture.init(folder).write("file", "content");
        git.commitAll();
        git.git("repack", "-adq");
        try (var files = Files.list(git.top().resolve(".git/objects/pack"))) {
            Path index = files.filter(file -> file.toString().endsWith(".idx"))
                    .findFirst()
                    .orElseThrow();
            return new OpenPack(FileChannel.open(index), PackIndex.open(index.toFile()));
        }
    }
}
