package io.github.amlmaven.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name at the end of Azure ML's schemas: {@code …/latest/pipelineJob.schema.json}, and the older {@code http://azureml/sdk-2-0/SparkComponent.json}. */
final class SchemaName {
    private static final Pattern FILE = Pattern.compile("([a-z0-9]+)(?:\\.schema)?\\.json");

    private SchemaName() {}

    /**
     * What a definition says in {@code $schema}.
     *
     * @param definition the definition
     * @return the name of the schema, in lower case; nothing when it is none of Azure ML's
     */
    static Optional<String> of(JsonNode definition) {
        String schema = definition.path("$schema").asText("").strip().toLowerCase(Locale.ROOT);
        int slash = schema.lastIndexOf('/');
        // One pattern for the whole would try every place of a hostile text with every other.
        Matcher file = FILE.matcher(schema.substring(slash + 1));
        return slash >= 0 && isAzures(schema.substring(0, slash)) && file.matches()
                ? Optional.of(file.group(1))
                : Optional.empty();
    }

    private static boolean isAzures(String place) {
        return Stream.of("azureml", "promptflow").anyMatch(place::contains);
    }
}
