package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The manifest as JSON, and the id that follows from it. */
final class ManifestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new ManifestTypes())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ManifestJson() {}

    static Manifest read(InputStream in) throws IOException, UnreadableSnapshotException {
        try {
            JsonNode json = MAPPER.readTree(in.readAllBytes());
            if (!json.isObject()) {
                throw new UnreadableSnapshotException("This is no manifest of a snapshot: it is no object of JSON.");
            }
            JsonNode version = json.path("formatVersion");
            if (version.asInt() > Manifest.FORMAT_VERSION) {
                throw UnreadableSnapshotException.newer("The snapshot has format " + version
                        + "; this version of the plugin reads format " + Manifest.FORMAT_VERSION
                        + " at most. Use a newer version of the plugin.");
            }
            return MAPPER.treeToValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableSnapshotException("This is no manifest of a snapshot: " + e.getOriginalMessage(), e);
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
            member(out, ",\"files\":", files);
            member(out, ",\"git\":", git);
            member(out, ",\"project\":", project);
            out.write('}');
        });
    }

    private static void member(OutputStream out, String name, List<?> values) throws IOException {
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        String before = "[";
        for (Object value : values) {
            member(out, before, value);
            before = ",";
        }
        out.write((values.isEmpty() ? "[]" : "]").getBytes(StandardCharsets.US_ASCII));
    }

    private static void member(OutputStream out, String before, Object value) throws IOException {
        out.write(before.getBytes(StandardCharsets.US_ASCII));
        CanonicalJson.write(MAPPER.valueToTree(value), out);
    }
}
