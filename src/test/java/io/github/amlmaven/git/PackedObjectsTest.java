package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedObjectsTest {
    private static final int LONGEST = 1 << 20;

    private final GitFixture git;

    PackedObjectsTest(@TempDir Path folder) {
        this.git = GitFixture.init(folder);
    }

    @BeforeEach
    void commitVersionsOfOneFile() {
        Random random = new Random(1);
        byte[] content = new byte[20_000];
        random.nextBytes(content);
        for (int version = 0; version < 30; version++) {
            content[random.nextInt(content.length)]++;
            git.write("versions/" + version, content.clone());
        }
        git.write("empty", "").write("text", "a text");
        git.commitAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void readsWhatGitReadsWhicheverWayADeltaNamesItsBase(String byOffset) throws Exception {
        git.git("-c", "repack.useDeltaBaseOffset=" + byOffset, "repack", "-adfq", "--depth=20", "--window=50");
        assertThat(git.git("verify-pack", "-v", packs().get(0).toString())).contains("chain length = 3");

        try (Repository jgit = jgit();
                PackedObjects packed = new PackedObjects(jgit.getObjectDatabase());
                ObjectReader reader = jgit.newObjectReader()) {
            for (String line :
                    git.git("cat-file", "--batch-check", "--batch-all-objects").split("\n", 0)) {
                String[] words = line.split(" ", 3);
                ObjectId id = ObjectId.fromString(words[0]);
                int type = type(words[1]);
                assertThat(packed.size(id, type)).hasValue(Long.parseLong(words[2]));
                assertThat(packed.read(id, type, LONGEST).orElseThrow())
                        .isEqualTo(reader.open(id).getBytes());
            }
        }
    }

    @Test
    void leavesToJGitWhatIsInNoPackOrIsNotWhatWasAskedFor() throws Exception {
        ObjectId packedOne = blob("HEAD:text");
        git.git("repack", "-adq");
        git.write("loose", "loose").commitAll();

        try (Repository jgit = jgit();
                PackedObjects packed = new PackedObjects(jgit.getObjectDatabase())) {
            assertThat(packed.read(packedOne, Constants.OBJ_BLOB, LONGEST)).isPresent();
            assertThat(packed.read(packedOne, Constants.OBJ_TREE, LONGEST)).isEmpty();
            assertThat(packed.read(packedOne, Constants.OBJ_BLOB, 5)).isEmpty();
            assertThat(packed.size(packedOne, Constants.OBJ_TREE)).isEmpty();
            assertThat(packed.read(blob("HEAD:loose"), Constants.OBJ_BLOB, LONGEST))
                    .isEmpty();
            assertThat(packed.size(blob("HEAD:loose"), Constants.OBJ_BLOB)).isEmpty();
        }
    }

    @Test
    void neverTakesMoreMemoryThanItMayForWhatADeltaClaims() throws Exception {
        git.git("repack", "-adfq", "--depth=20", "--window=50");

        try (Repository jgit = jgit();
                PackedObjects packed = new PackedObjects(jgit.getObjectDatabase())) {
            for (int version = 0; version < 30; version++) {
                assertThat(packed.read(blob("HEAD:versions/" + version), Constants.OBJ_BLOB, 19_999))
                        .isEmpty();
            }
        }
    }

    @Test
    void leavesADamagedPackToJGitWhereverTheDamageIs() throws Exception {
        git.git("repack", "-adfq", "--depth=20", "--window=50");
        Path pack = packs().get(0);
        assertThat(pack.toFile().setWritable(true)).isTrue();
        byte[] sound = Files.readAllBytes(pack);
        List<ObjectId> blobs = Stream.of("HEAD:versions/3", "HEAD:versions/17", "HEAD:text", "HEAD:empty")
                .map(this::blob)
                .toList();

        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            damage(pack, random.nextInt(12, sound.length - 20), (byte) random.nextInt());
            try (Repository jgit = jgit();
                    PackedObjects packed = new PackedObjects(jgit.getObjectDatabase())) {
                for (ObjectId blob : blobs) {
                    packed.size(blob, Constants.OBJ_BLOB);
                    packed.read(blob, Constants.OBJ_BLOB, LONGEST)
                            .ifPresent(content -> assertThat(content).hasSizeLessThanOrEqualTo(LONGEST));
                }
            }
            Files.write(pack, sound);
        }
    }

    @Test
    void readsOnWhenThePackIsReplacedByAnother() throws Exception {
        git.git("repack", "-adq");

        try (Repository jgit = jgit();
                PackedObjects packed = new PackedObjects(jgit.getObjectDatabase())) {
            assertThat(packed.read(blob("HEAD:text"), Constants.OBJ_BLOB, LONGEST))
                    .isPresent();
            git.write("more", "more").commitAll();
            git.git("repack", "-adq");
            assertThat(packed.read(blob("HEAD:versions/1"), Constants.OBJ_BLOB, LONGEST))
                    .isPresent();
        }
    }

    private static int type(String name) {
        return switch (name) {
            case "blob" -> Constants.OBJ_BLOB;
            case "tree" -> Constants.OBJ_TREE;
            default -> Constants.OBJ_COMMIT;
        };
    }

    private static void damage(Path pack, int position, byte value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(position);
            file.write(value);
        }
    }

    private Repository jgit() throws IOException {
        JGitRealm.quieten();
        return new FileRepositoryBuilder()
                .setGitDir(git.top().resolve(".git").toFile())
                .setBare()
                .build();
    }

    private ObjectId blob(String revision) {
        return ObjectId.fromString(git.git("rev-parse", revision).strip());
    }

    private List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(git.top().resolve(".git/objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList();
        }
    }
}
