package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads one environment. */
final class EnvironmentReader {
    private final FileTree tree;
    private final Document document;

    EnvironmentReader(FileTree tree, Document document) {
        this.tree = tree;
        this.document = document;
    }

    EnvironmentSpec read(JsonPointer at) throws IOException {
        tree.find(document.path());
        return new EnvironmentSpec(
                Optional.of(at)
                        .map(document.root()::at)
                        .map(definition -> definition.path("image"))
                        .filter(image -> image.isTextual())
                        .map(image -> new DockerImage(
                                new Token(image.textValue(), document.at(at)),
                                new DockerImage.Source.Registry(image.textValue()))),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
