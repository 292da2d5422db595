package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.git.GitFixture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A collection of zips that mean harm. Each is refused with its reason before anything of it is kept. */
class HostileZipTest {
    private static final String TRAIN = "source/ml/train/src/train.py";

    private static Path folder;

    private static Path sound;

    /** What one of them does to a sound snapshot. */
    private interface Harm {
        void to(RawZip zip) throws Exception;
    }

    @BeforeAll
    static void writeASoundOne(@TempDir Path temporary) throws Exception {
        folder = temporary;
        GitFixture git = Snapshots.pipeline(folder);
        Files.createSymbolicLink(git.path("ml/train/src/lib/b.py"), Path.of("../train.py"));
        git.commitAll();
        sound = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml")
                .zip();
    }

    private static List<Flaw> flaws(byte[] zip) throws Exception {
        return SnapshotVerifierTest.flaws(Files.write(Files.createTempFile(folder, "hostile", ".zip"), zip), file -> {
            throw new AssertionError(file.path() + " was taken out of a zip that is refused");
        });
    }

    @Test
    void theBuilderItselfDoesNoHarm() throws Exception {
        assertThat(RawZip.of(sound).bytes()).isEqualTo(Files.readAllBytes(sound));
        assertThat(SnapshotVerifierTest.flaws(sound)).isEmpty();
    }

    private static Arguments harm(String name, String entry, String reason, Harm harm) {
        return arguments(name, entry, reason, harm);
    }

    private static Harm renamed(String name) {
        return zip -> zip.change(TRAIN, entry -> entry.name = name.getBytes(StandardCharsets.UTF_8));
    }

    private static Harm file(String path) {
        return zip -> zip.add("source/" + path, "evil").manifest(manifest -> {
            ObjectNode file = manifest.withArray("files").addObject();
            file.put("path", path).put("mode", "100644").put("size", 4);
            file.put("blob", "0".repeat(40)).put("sha256", "0".repeat(64));
        });
    }

    private static Harm local(int field, int value) {
        return zip -> zip.change(TRAIN, entry -> entry.local = put(field, value));
    }

    private static Harm central(int field, int value) {
        return zip -> zip.change(TRAIN, entry -> entry.central = put(field, value));
    }

    private static Harm both(int field, int value) {
        return zip -> zip.change(TRAIN, entry -> {
            entry.local = put(field, value);
            entry.central = put(field + 2, value);
        });
    }

    private static UnaryOperator<byte[]> put(int field, int value) {
        return header -> {
            ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putShort(field, (short) value);
            return header;
        };
    }

    private static Harm link(String target) {
        return zip -> {
            byte[] content = target.getBytes(StandardCharsets.UTF_8);
            zip.change("source/ml/train/src/lib/b.py", entry -> entry.content(content));
            zip.manifest(manifest -> manifest.withArray("files").forEach(file -> {
                if (file.path("mode").asText().equals("120000")) {
                    ((ObjectNode) file).put("size", content.length);
                }
            }));
        };
    }

    private static byte[] end(RawZip zip) {
        byte[] bytes = zip.bytes();
        return Arrays.copyOfRange(bytes, bytes.length - ZipForm.END_LENGTH, bytes.length);
    }

    private static void endTwice(RawZip zip) {
        zip.behind(end(zip));
    }

    /** The comment is an end itself, of a zip without entries; which of the two a reader takes is its own matter. */
    private static void comment(RawZip zip) {
        byte[] other = new byte[ZipForm.END_LENGTH + 1];
        System.arraycopy(end(zip), 0, other, 0, 4);
        zip.behind(other);
    }

    private static Harm manifest(Consumer<ObjectNode> change) {
        return zip -> zip.manifest(change);
    }

    private static Harm content(String entry, UnaryOperator<byte[]> compressed) {
        return zip -> zip.change(entry, one -> one.compressed = compressed.apply(one.compressed));
    }

    private static byte[] extra(byte[] header, int lengthAt, byte[] extra) {
        byte[] longer = Arrays.copyOf(header, header.length + extra.length);
        System.arraycopy(extra, 0, longer, header.length, extra.length);
        return put(lengthAt, extra.length).apply(longer);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                harm("climbing", "source/../../evil", "climbs out", renamed("source/../../evil")),
                harm("climbing at once", "../evil", "climbs out", renamed("../evil")),
                harm("absolute", "/etc/passwd", "absolute", renamed("/etc/passwd")),
                harm("drive", "C:/evil", "drive letter", renamed("C:/evil")),
                harm("drive without slash", "c:evil", "drive letter", renamed("c:evil")),
                harm("backslash", "source/..\\evil", "backslash", renamed("source/..\\evil")),
                harm("nul", "source/a\0.py", "control character", renamed("source/a\0.py")),
                harm("control character", "source/a\u001b[2J", "control character", renamed("source/a\u001b[2J")),
                harm("tab", "source/a\tb", "control character", renamed("source/a\tb")),
                harm("delete", "source/a\u007F", "control character", renamed("source/a\u007F")),
                harm("C1 control", "source/a\u009B2J", "control character", renamed("source/a\u009B2J")),
                harm("dot", "source/./a", "empty name", renamed("source/./a")),
                harm("empty name", "source//a", "empty name", renamed("source//a")),
                harm("folder", "source/a/", "empty name", renamed("source/a/")),
                harm("git", "source/.git/config", "git's own", renamed("source/.git/config")),
                harm("git on Windows", "source/GIT~1/config", "git's own", renamed("source/GIT~1/config")),
                harm("git with dots", "source/.Git. ./config", "git's own", renamed("source/.Git. ./config")),
                harm("git as a stream", "source/.git::$x/a", "git's own", renamed("source/.git::$x/a")),
                harm("git on HFS+", "source/.g\u200Cit/a", "git's own", renamed("source/.g\u200Cit/a")),
                harm(
                        "no UTF-8",
                        "source/\uFFFD",
                        "not UTF-8",
                        zip -> zip.change(
                                TRAIN, entry -> entry.name = "source/\u00FF".getBytes(StandardCharsets.ISO_8859_1))),
                harm("twice", TRAIN, "twice", zip -> zip.add(TRAIN, "other")),
                harm("listed twice", TRAIN, "twice", zip -> zip.change(TRAIN, entry -> entry.times = 2)),
                harm("case", TRAIN, "both", zip -> zip.add("source/ml/train/src/Train.py", "")),
                harm("case of a folder", "source/ml/conda.yml", "both", zip -> zip.add("source/ML/a", "")),
                harm("accents", "source/ml/\u00C9.py", "both", zip -> zip.add("source/ml/e\u0301.py", "")
                        .add("source/ml/\u00C9.py", "")),
                harm("share", "//server/share/evil", "absolute", renamed("//server/share/evil")),
                harm("share of Windows", "\\\\server\\share", "backslash", renamed("\\\\server\\share")),
                harm("file as folder", TRAIN + "/a", "both", zip -> zip.add(TRAIN + "/a", "")),
                harm(
                        "case of a definition",
                        "pipelines/ml/pipeline.yml.json",
                        "case alone",
                        zip -> zip.add("pipelines/ml/PIPELINE.yml.json", "")),
                harm("order", "source/ml/train/train.yml", "order", renamed("source/zzz")),
                harm("elsewhere", "bin/evil", "does not list", zip -> zip.add("bin/evil", "")),
                harm("not listed", "source/evil", "does not list", zip -> zip.add("source/evil", "")),
                harm("listed and climbing", "source/../evil", "climbs out", file("../evil")),
                harm("missing", TRAIN, "not there", zip -> zip.remove(TRAIN)));
    }

    static Stream<Arguments> structures() {
        return Stream.of(
                harm("empty", "", "no zip", zip -> zip.change(TRAIN, entry -> {})),
                harm("trailing", "", "appended", zip -> zip.behind(new byte[] {0})),
                harm("two ends", "", "not where its end says", HostileZipTest::endTwice),
                harm("comment of the zip", "", "has a comment", HostileZipTest::comment),
                harm("leading", "", "in front", zip -> zip.before("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8))),
                harm("gap", "", "between its last entry", zip -> zip.gap(new byte[7])),
                harm("overlap", TRAIN, "overlaps", zip -> zip.change(TRAIN, entry -> entry.offset = 0)),
                harm("inside another", TRAIN, "overlaps", zip -> zip.change(TRAIN, entry -> entry.offset = 40)),
                harm("beyond the end", TRAIN, "overlaps", zip -> zip.change(TRAIN, entry -> entry.offset = 1 << 30)),
                harm("other local CRC", TRAIN, "the CRC-32", local(14, 1)),
                harm("other local size", TRAIN, "the size", local(22, 1)),
                harm("other local compressed size", TRAIN, "the compressed size", local(18, 1)),
                harm("other local method", TRAIN, "the compression method", local(8, 0)),
                harm("other local name", TRAIN, "the name", local(32, 0x2E2E)),
                harm("local data descriptor", TRAIN, "the flags", local(6, 0x808)),
                harm("local date", TRAIN, "the date", local(12, 1)),
                harm("encrypted", TRAIN, "flags", both(6, 0x801)),
                harm("not UTF-8", TRAIN, "flags", both(6, 0)),
                harm("stored", TRAIN, "compression method", both(8, 0)),
                harm("bzip2", TRAIN, "compression method", both(8, 12)),
                harm("time", TRAIN, "time", both(10, 1)),
                harm("date", TRAIN, "not that of the commit", zip -> zip.change(TRAIN, entry -> entry.date++)),
                harm(
                        "comment",
                        TRAIN,
                        "length of the comment",
                        zip -> zip.change(
                                TRAIN,
                                entry -> entry.central =
                                        header -> put(32, 9).apply(Arrays.copyOf(header, header.length + 1)))),
                harm(
                        "other comment",
                        TRAIN,
                        "comment",
                        zip -> zip.change(
                                TRAIN,
                                entry -> entry.central =
                                        header -> put(header.length - 8, 0x5858).apply(header))),
                harm(
                        "no comment",
                        TRAIN,
                        "length of the comment",
                        zip -> zip.change(
                                TRAIN,
                                entry -> entry.central =
                                        header -> put(32, 0).apply(Arrays.copyOf(header, header.length - 8)))),
                harm(
                        "extra field",
                        TRAIN,
                        "extra field",
                        zip -> zip.change(
                                TRAIN, entry -> entry.central = header -> extra(header, 30, new byte[] {9, 9, 0, 0}))),
                harm(
                        "local extra field",
                        TRAIN,
                        "extra field",
                        zip -> zip.change(
                                TRAIN, entry -> entry.local = header -> extra(header, 28, new byte[] {9, 9, 0, 0}))),
                harm(
                        "Unicode name field",
                        TRAIN,
                        "extra field",
                        zip -> zip.change(
                                TRAIN,
                                entry ->
                                        entry.central = header -> extra(header, 30, new byte[] {0x75, 0x70, 1, 0, 1}))),
                harm(
                        "needless Zip64",
                        TRAIN,
                        "extra field",
                        zip -> zip.change(
                                TRAIN,
                                entry -> entry.central =
                                        header -> extra(header, 30, new byte[] {1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0}))),
                harm(
                        "Zip64 says less",
                        TRAIN,
                        "",
                        zip -> zip.change(
                                TRAIN,
                                entry -> entry.central = header -> {
                                    ByteBuffer.wrap(header).putInt(20, -1).putInt(24, -1);
                                    return extra(header, 30, new byte[] {
                                        1, 0, 16, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0
                                    });
                                })),
                harm("other disk", TRAIN, "disk", central(34, 1)),
                harm("device", TRAIN, "mode", zip -> zip.change(TRAIN, entry -> entry.mode = 0020666)),
                harm("set user id", TRAIN, "mode", zip -> zip.change(TRAIN, entry -> entry.mode = 0104755)),
                harm("executable", TRAIN, "mode", zip -> zip.change(TRAIN, entry -> entry.mode = 0100755)),
                harm("suddenly a link", TRAIN, "mode", zip -> zip.change(TRAIN, entry -> entry.mode = 0120777)));
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                harm("CRC", TRAIN, "CRC-32", zip -> zip.change(TRAIN, entry -> entry.crc ^= 1)),
                harm(
                        "other content",
                        TRAIN,
                        "SHA-256",
                        zip -> zip.change(
                                TRAIN, entry -> entry.content("print('tr4ined')\n".getBytes(StandardCharsets.UTF_8)))),
                harm("size", TRAIN, "bytes", zip -> zip.change(TRAIN, entry -> entry.size++)),
                harm("cut short", TRAIN, "cut short", content(TRAIN, bytes -> Arrays.copyOf(bytes, bytes.length - 3))),
                harm(
                        "something behind",
                        TRAIN,
                        "follows",
                        content(TRAIN, bytes -> Arrays.copyOf(bytes, bytes.length + 9))),
                harm("no deflate", TRAIN, "damaged", content(TRAIN, bytes -> new byte[] {7, 7, 7, 7})),
                harm("bomb", TRAIN, "more than the", content(TRAIN, bytes -> RawZip.deflate(new byte[100 << 20]))),
                harm(
                        "bomb that says so",
                        TRAIN,
                        "bytes",
                        zip -> zip.change(TRAIN, entry -> entry.content(new byte[100 << 20]))),
                harm(
                        "size beyond deflate",
                        TRAIN,
                        "cannot inflate",
                        zip -> zip.change(TRAIN, entry -> entry.size = 4_000_000_000L)),
                harm(
                        "bomb of a manifest",
                        "snapshot.json",
                        "more than the",
                        content("snapshot.json", bytes -> RawZip.deflate(new byte[100 << 20]))),
                harm(
                        "manifest that says it is a bomb",
                        "",
                        "Its manifest cannot have",
                        zip -> zip.change("snapshot.json", entry -> entry.content(new byte[100 << 20]))),
                harm(
                        "definition that says it is a bomb",
                        "pipelines/ml/pipeline.yml.json",
                        "No definition has",
                        zip -> zip.change(
                                "pipelines/ml/pipeline.yml.json", entry -> entry.content(new byte[100 << 20]))),
                harm(
                        "bomb of a definition",
                        "pipelines/ml/pipeline.yml.json",
                        "more than the",
                        content("pipelines/ml/pipeline.yml.json", bytes -> RawZip.deflate(new byte[100 << 20]))),
                harm("link up", "source/ml/train/src/lib/b.py", "leads out", link("../../../../../etc/passwd")),
                harm("absolute link", "source/ml/train/src/lib/b.py", "leads out", link("/etc/passwd")),
                harm("link with backslashes", "source/ml/train/src/lib/b.py", "leads out", link("..\\..\\x")),
                harm("link to a drive", "source/ml/train/src/lib/b.py", "leads out", link("C:/x")),
                harm("link in a drive's own folder", "source/ml/train/src/lib/b.py", "leads out", link("c:x")),
                harm("link with an escape", "source/ml/train/src/lib/b.py", "leads out", link("a\u001b[2J")),
                harm("link to a share", "source/ml/train/src/lib/b.py", "leads out", link("//server/share")),
                harm(
                        "link through a file's folder",
                        "source/ml/train/src/lib/b.py",
                        "leads out",
                        link("a/../../../../../../x")),
                harm("link to itself", "source/ml/train/src/lib/b.py", "circle", link("b.py")),
                harm(
                        "definition",
                        "pipelines/ml/pipeline.yml.json",
                        "digest",
                        zip -> zip.change(
                                "pipelines/ml/pipeline.yml.json",
                                entry -> entry.content(new String(entry.content, StandardCharsets.UTF_8)
                                        .replace("1.10", "1.11")
                                        .getBytes(StandardCharsets.UTF_8)))),
                harm(
                        "definition of something else",
                        "pipelines/ml/pipeline.yml.json",
                        "not the definition",
                        zip -> zip.change(
                                "pipelines/ml/pipeline.yml.json",
                                entry -> entry.content(new String(entry.content, StandardCharsets.UTF_8)
                                        .replace("\"v2\"", "\"v1\"")
                                        .getBytes(StandardCharsets.UTF_8)))),
                harm(
                        "no JSON",
                        "pipelines/ml/pipeline.yml.json",
                        "no JSON",
                        zip -> zip.change("pipelines/ml/pipeline.yml.json", entry -> entry.content(new byte[] {'{'}))));
    }

    static Stream<Arguments> manifests() {
        return Stream.of(
                harm("no manifest", "", "no snapshot.json", zip -> zip.remove("snapshot.json")),
                harm(
                        "no JSON",
                        "snapshot.json",
                        "no manifest",
                        zip -> zip.change("snapshot.json", entry -> entry.content(new byte[] {'x'}))),
                harm(
                        "newer",
                        "",
                        "newer version of the plugin",
                        manifest(manifest -> manifest.put("formatVersion", 2))),
                harm(
                        "a manifest that names a member twice",
                        "snapshot.json",
                        "not written as",
                        zip -> zip.change(
                                "snapshot.json",
                                entry -> entry.content(new String(entry.content, StandardCharsets.UTF_8)
                                        .replaceFirst("(\n  \"generator\": .*)", "$1$1")
                                        .getBytes(StandardCharsets.UTF_8)))),
                harm(
                        "white space",
                        "snapshot.json",
                        "not written as",
                        zip -> zip.change(
                                "snapshot.json",
                                entry -> entry.content(Arrays.copyOf(entry.content, entry.content.length - 1)))),
                harm(
                        "levels",
                        "snapshot.json",
                        "32 levels",
                        zip -> zip.change(
                                "snapshot.json",
                                entry -> entry.content(("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}")
                                        .getBytes(StandardCharsets.UTF_8)))),
                harm("unknown member", "snapshot.json", "no manifest", manifest(manifest -> manifest.put("more", 1))),
                harm(
                        "other id",
                        "snapshot.json",
                        "Its id is",
                        zip -> zip.change(
                                "snapshot.json",
                                entry -> entry.content(new String(entry.content, StandardCharsets.UTF_8)
                                        .replaceFirst("\"id\": \"sha256:.", "\"id\": \"sha256:g")
                                        .getBytes(StandardCharsets.UTF_8)))),
                harm("size", TRAIN, "the manifest says", manifest(manifest -> file(manifest)
                        .put("size", 1))),
                harm("blob", TRAIN, "git object", manifest(manifest -> file(manifest)
                        .put("blob", "0".repeat(40)))),
                harm("pointer", TRAIN, "pointer", manifest(manifest -> file(manifest)
                        .put("lfs", true))),
                harm("mode", TRAIN, "mode", manifest(manifest -> file(manifest).put("mode", "100755"))),
                harm("commit", "snapshot.json", "git object", manifest(manifest -> manifest.withObject("/git")
                        .put("commit", "main"))),
                harm("date", "snapshot.json", "date", manifest(manifest -> manifest.withObject("/git")
                        .put("committedAt", "2001-01-01T00:00:00Z"))),
                harm(
                        "publishable",
                        "snapshot.json",
                        "publishable",
                        manifest(manifest -> manifest.put("publishable", false))),
                harm("digest of code", "snapshot.json", "digest", manifest(manifest -> manifest.withObject("/code/0")
                        .put("digest", "sha256:" + "0".repeat(64)))),
                harm("number of files", "snapshot.json", "files", manifest(manifest -> manifest.withObject("/code/0")
                        .put("files", 7))),
                harm("Azure's hash", "snapshot.json", "Azure ML's hash", manifest(manifest -> manifest.withObject(
                                "/code/0")
                        .put("amlHash", "0".repeat(64)))),
                harm(
                        "digest of an asset",
                        "components/ml/train/train.yml.json",
                        "digest",
                        manifest(manifest ->
                                manifest.withObject("/assets/1").put("digest", "sha256:" + "0".repeat(64)))),
                harm(
                        "nothing read",
                        "environments/ml/environment.yml.json",
                        "digest",
                        manifest(manifest -> manifest.withObject("/assets/2").remove("reads"))),
                harm(
                        "other target",
                        "components/ml/train/train.yml.json",
                        "not in the snapshot",
                        manifest(manifest ->
                                manifest.withObject("/assets/1/references/0").put("target", "snapshot:code/nowhere"))),
                harm(
                        "entry of another kind",
                        "snapshot.json",
                        "cannot be in the entry",
                        manifest(manifest -> manifest.withObject("/assets/0").put("file", "source/ml/pipeline.yml"))));
    }

    private static ObjectNode file(ObjectNode manifest) {
        for (var file : manifest.withArray("files")) {
            if (TRAIN.endsWith("/" + file.path("path").asText()) && file instanceof ObjectNode found) {
                return found;
            }
        }
        throw new AssertionError(TRAIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"names", "structures", "contents", "manifests"})
    void isRefusedWithItsReason(String name, String entry, String reason, Harm harm) throws Exception {
        RawZip zip = RawZip.of(sound);
        harm.to(zip);
        byte[] bytes = name.equals("empty") ? new byte[0] : zip.bytes();
        Path file = Files.write(Files.createTempFile(folder, "hostile", ".zip"), bytes);

        List<Flaw> flaws = SnapshotVerifierTest.flaws(file);

        assertThat(flaws).anySatisfy(flaw -> {
            assertThat(flaw.entry()).isEqualTo(entry);
            assertThat(flaw.message()).contains(reason);
        });
    }

    @Test
    void nothingIsTakenOutOfAZipWhoseStructureOrManifestIsWrong() throws Exception {
        for (Arguments one :
                Stream.of(names(), structures()).flatMap(all -> all).toList()) {
            RawZip zip = RawZip.of(sound);
            ((Harm) one.get()[3]).to(zip);
            if (!one.get()[0].equals("empty")) {
                assertThat(flaws(zip.bytes())).as(one.get()[0].toString()).isNotEmpty();
            }
        }
    }

    @Test
    void aNewerFormatIsToldWhateverItsZipLooksLike() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("snapshot.json"));
            zip.write("{\"formatVersion\": 2}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(flaws(bytes.toByteArray()))
                .singleElement()
                .asString()
                .startsWith("The snapshot has format 2; this version of the plugin reads format 1 at most.");
    }

    @Test
    void whatIsShownOfANameCannotPaintTheTerminal() {
        assertThat(new Flaw("source/\u001B[2J\u202Egpj", "It is absolute.").toString())
                .isEqualTo("source/\\u001B[2J\\u202Egpj: It is absolute.");
    }
}
