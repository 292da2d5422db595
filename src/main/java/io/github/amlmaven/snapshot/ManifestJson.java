package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The manifest as JSON, and the id that follows from it. */
final class ManifestJson {
    /** In bytes: a manifest of half a million files. */
    static final int LONGEST = 128 << 20;

    /** Names, values and brackets, each of which may be an object in memory; a file has twelve. */
    private static final int MOST_VALUES = 10_000_000;

    private static final int MOST_LEVELS = 32;

    /** In characters, of a name or a value. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final String BOUNDS = "one has at most " + LONGEST + " bytes, " + MOST_VALUES + " names and values, "
            + MOST_LEVELS + " levels, and " + LONGEST_TEXT + " characters in a text.";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_VALUES)
                            .maxNestingDepth(MOST_LEVELS)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(new ManifestTypes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ManifestJson() {}

    /**
     * Reads a manifest that anyone may have written; so what it may take of memory is bounded before it is read.
     *
     * @param in the JSON; not closed
     * @return the manifest
     * @throws UnreadableSnapshotException when it is of a newer format, no manifest, or beyond what a manifest has
     * @throws IOException when it cannot be read from
     */
    static Manifest read(InputStream in) throws IOException, UnreadableSnapshotException {
        return read(
                in.readNBytes(LONGEST + 1),
                MAPPER.readerFor(Manifest.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION));
    }

    /**
     * Reads a manifest that has to be written byte for byte as this class writes one. What names a member twice is not; so nobody looks for that,
     * which takes longer than to write all of it again.
     *
     * @param json the JSON
     * @param flaws takes the first difference
     * @return the manifest
     * @throws UnreadableSnapshotException when it is of a newer format, no manifest, or beyond what a manifest has
     * @throws IOException when memory cannot be written to, which does not happen
     */
    static Manifest readExact(byte[] json, Flaws flaws) throws IOException, UnreadableSnapshotException {
        Manifest manifest = read(json, MAPPER.readerFor(Manifest.class));
        ByteArrayOutputStream again = new ByteArrayOutputStream(json.length);
        write(manifest, again);
        int difference = Arrays.mismatch(json, again.toByteArray());
        if (difference >= 0) {
            flaws.add(SnapshotWriter.MANIFEST, "It is not written as a manifest is, from byte " + difference + " on.");
        }
        return manifest;
    }

    private static Manifest read(byte[] json, ObjectReader reader) throws IOException, UnreadableSnapshotException {
        try {
            if (json.length > LONGEST) {
                throw new UnreadableSnapshotException("This is no manifest of a snapshot: " + BOUNDS);
            }
            refuseNewer(json);
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableSnapshotException(
                    "This is no manifest of a snapshot: " + (isBeyond(e) ? BOUNDS : e.getOriginalMessage() + "."), e);
        } catch (CharConversionException e) {
            throw new UnreadableSnapshotException("This is no manifest of a snapshot: it is not UTF-8.", e);
        }
    }

    /** Whether a bound was met, in the text itself or, as Jackson puts it, in the value of a member. */
    private static boolean isBeyond(JsonProcessingException e) {
        return e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException;
    }

    /** Looks for the version alone, since a newer format may have members that this one has not. It is the first member, or should be. */
    private static void refuseNewer(byte[] json) throws IOException, UnreadableSnapshotException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableSnapshotException("This is no manifest of a snapshot: it is no object of JSON.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isVersion = parser.currentName().equals("formatVersion");
                parser.nextToken();
                if (isVersion && parser.getValueAsInt() > Manifest.FORMAT_VERSION) {
                    throw UnreadableSnapshotException.newer("The snapshot has format " + parser.getText()
                            + "; this version of the plugin reads format " + Manifest.FORMAT_VERSION
                            + " at most. Use a newer version of the plugin.");
                } else if (isVersion) {
                    return;
                }
                parser.skipChildren();
            }
        }
    }

    static void write(Manifest manifest, OutputStream out) throws IOException {
        IndentedJson.write(MAPPER, manifest, out);
    }

    /**
     * The id of a snapshot: the digest of what it holds, as its manifest says it. The members in the order of their names, one at a time,
     * since there may be very many files.
     *
     * @return {@code sha256:} and 64 lower-case hex digits
     */
    static String id(
            Manifest.Project project,
            Manifest.Git git,
            List<Manifest.AssetEntry> assets,
            List<Manifest.CodeEntry> code,
            List<Manifest.FileEntry> files) {
        return Sha256.of(out -> {
            member(out, "{\"assets\":", assets);
            member(out, ",\"code\":", code);
            ascii(out, ",\"files\":");
            files(out, files);
            member(out, ",\"git\":", git);
            member(out, ",\"project\":", project);
            out.write('}');
        });
    }

    private static void member(OutputStream out, String name, List<?> values) throws IOException {
        ascii(out, name);
        String before = "[";
        for (Object value : values) {
            member(out, before, value);
            before = ",";
        }
        ascii(out, values.isEmpty() ? "[]" : "]");
    }

    private static void member(OutputStream out, String before, Object value) throws IOException {
        ascii(out, before);
        CanonicalJson.write(tree(value), out);
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The files as any other list is written; but without a tree of each, since there may be very many. A test holds this against the record. */
    static void files(OutputStream out, List<Manifest.FileEntry> files) throws IOException {
        String before = "[{\"blob\":";
        for (Manifest.FileEntry file : files) {
            ascii(out, before);
            CanonicalJson.write(file.blob(), out);
            ascii(out, file.lfs() ? ",\"lfs\":true,\"mode\":" : ",\"mode\":");
            CanonicalJson.write(file.mode().mode(), out);
            ascii(out, ",\"path\":");
            CanonicalJson.write(file.path().value(), out);
            ascii(out, ",\"sha256\":");
            CanonicalJson.write(file.sha256(), out);
            ascii(out, ",\"size\":" + file.size() + "}");
            before = ",{\"blob\":";
        }
        ascii(out, files.isEmpty() ? "[]" : "]");
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
