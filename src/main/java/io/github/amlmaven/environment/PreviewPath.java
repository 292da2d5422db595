package io.github.amlmaven.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The {@code path} of an environment of the previews of SDK v2: the folder below which their client looked for its {@code conda_file} and the
 * Dockerfile of its {@code docker} (azure-ml of 2021, {@code InternalEnvironment.translate_to_rest_object}). The client of SDK v2 takes no
 * such field.
 */
public final class PreviewPath {
    private static final String FILE = "file:";

    private PreviewPath() {}

    /**
     * The folder that an environment names.
     *
     * @param environment its definition
     * @return the folder as written, without {@code file:}, relative to that of the definition; nothing when it names none
     */
    public static Optional<String> of(JsonNode environment) {
        JsonNode path = environment.path("path");
        return Optional.of(path.asText().strip())
                .filter(text -> path.isTextual() && !text.isEmpty())
                .map(PreviewPath::plain);
    }

    /**
     * Where a file that such an environment names may lie, the likeliest place first. Environments of later previews name it from their own
     * folder, whatever their {@code path} says.
     *
     * @param folder the folder that the environment names, if any
     * @param file the file as written
     * @return references from the folder of the definition
     */
    public static List<String> places(Optional<String> folder, String file) {
        return folder.filter(name -> !plain(file).startsWith("/"))
                .map(name -> List.of(name + "/" + plain(file), file))
                .orElse(List.of(file));
    }

    private static String plain(String text) {
        return text.startsWith(FILE) ? text.substring(FILE.length()) : text;
    }
}
