package io.github.amlmaven.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.environment.Uploaded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What components upload, for the environments that are written inside them and take their files from there. */
final class ComponentUploads {
    private static final String ENVIRONMENT = "environment";

    private final Map<AssetId, CodeListing> uploads = new HashMap<>();

    /** Takes note of what a component uploads, once its references are known. */
    void note(AssetId id, List<Reference> references, SortedMap<CodeId, CodeListing> code) {
        for (Reference reference : references) {
            if (id.kind() == AssetKind.COMPONENT && reference.target() instanceof Target.Code target) {
                uploads.put(id, code.get(target.id()));
            }
        }
    }

    /**
     * What is uploaded with the component that an environment is written in, when its form is that of a {@code CommandComponent} or of a flow.
     */
    Uploaded around(AssetId id, JsonNode definition) {
        boolean nested = id.kind() == AssetKind.ENVIRONMENT
                && (definition.has("conda")
                        || definition.path("docker").has("build")
                        || definition.has("python_requirements_txt"));
        String place = id.place();
        if (!nested || !(place.equals(ENVIRONMENT) || place.endsWith("/" + ENVIRONMENT))) {
            return Uploaded.NOTHING;
        }
        String around = place.substring(0, Math.max(0, place.length() - ENVIRONMENT.length() - 1));
        return Optional.ofNullable(uploads.get(new AssetId(AssetKind.COMPONENT, id.path(), around)))
                .<Uploaded>map(UploadedCode::new)
                .orElse(Uploaded.NOTHING);
    }
}
