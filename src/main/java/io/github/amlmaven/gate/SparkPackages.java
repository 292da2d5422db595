package io.github.amlmaven.gate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Maven artifacts that a Spark job, or a step of a pipeline, asks for in its {@code conf}: {@code spark.jars.packages}, a list with commas
 * (<a href="https://spark.apache.org/docs/latest/configuration.html#runtime-environment">Spark's configuration</a>).
 */
final class SparkPackages {
    private static final String FIELD = "spark.jars.packages";
    private static final Pattern ITEM = Pattern.compile("[^,\\s](?:[^,]*[^,\\s])?");

    private final Document document;
    private final List<Token> found = new ArrayList<>();

    private SparkPackages(Document document) {
        this.document = document;
    }

    static List<Token> of(Asset asset) {
        SparkPackages packages = new SparkPackages(asset.document());
        packages.walk(asset.definition(), asset.pointer());
        return packages.found;
    }

    private void walk(JsonNode node, JsonPointer at) {
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            walk(node.get(i), at.appendIndex(i));
        }
        node.properties().forEach(field -> {
            JsonPointer place = at.appendProperty(field.getKey());
            if (field.getKey().equals(FIELD) && field.getValue().isTextual()) {
                list(field.getValue().textValue(), place);
            } else {
                walk(field.getValue(), place);
            }
        });
    }

    private void list(String text, JsonPointer at) {
        Location start = document.textAt(at);
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            int before = document.isVerbatim(at) ? text.codePointCount(0, item.start()) : 0;
            found.add(new Token(item.group(), new Location(start.path(), start.line(), start.column() + before)));
        }
    }
}
