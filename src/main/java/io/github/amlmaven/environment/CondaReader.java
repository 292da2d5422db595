package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads conda's <a
 * href="https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#create-env-file-manually">environment
 * file</a>.
 */
final class CondaReader {
    private static final JsonPointer ROOT = JsonPointer.empty();

    private final EnvironmentFiles files;
    private final RequirementsReader requirements;

    CondaReader(EnvironmentFiles files, RequirementsReader requirements) {
        this.files = files;
        this.requirements = requirements;
    }

    /** Reads a file; nothing when it is no YAML, which then is a problem. */
    Optional<CondaEnvironment> read(TreeEntry file) throws IOException {
        try {
            Optional<Document> document = files.document(file);
            return document.isPresent() ? Optional.of(read(document.get(), ROOT)) : Optional.empty();
        } catch (UnreadableDocumentException e) {
            files.unreadable(e.location(), file.path().name(), "Conda cannot read the file: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Reads what stands in a document. */
    CondaEnvironment read(Document document, JsonPointer at) throws IOException {
        secrets(document, at);
        List<CondaEnvironment.CondaDependency> packages = new ArrayList<>();
        Optional<List<PipLine>> pip = Optional.empty();
        JsonPointer dependencies = at.appendProperty("dependencies");
        Location location = document.keyOf(dependencies);
        Location pipAt = location;
        JsonNode listed = document.root().at(dependencies);
        for (int i = 0; i < listed.size() && listed.isArray(); i++) {
            JsonPointer place = dependencies.appendIndex(i);
            JsonNode dependency = listed.get(i);
            if (dependency.has("pip")) {
                pipAt = pip.isEmpty() ? document.keyOf(place.appendProperty("pip")) : pipAt;
                List<PipLine> lines = new ArrayList<>(pip.orElse(List.of()));
                lines.addAll(pip(document, place.appendProperty("pip")));
                pip = Optional.of(lines);
            } else if (dependency.isValueNode() && !dependency.isNull()) {
                packages.add(dependency(token(document, place)));
            }
        }
        return new CondaEnvironment(location, tokens(document, at.appendProperty("channels")), packages, pip, pipAt);
    }

    private static CondaEnvironment.CondaDependency dependency(Token written) {
        try {
            return new CondaEnvironment.CondaDependency(written, Optional.of(MatchSpecGrammar.read(written.text())));
        } catch (GrammarException e) {
            return new CondaEnvironment.CondaDependency(written, Optional.empty());
        }
    }

    /** Conda writes the section's entries to a requirements file, one a line, and gives that to pip. */
    private List<PipLine> pip(Document document, JsonPointer at) throws IOException {
        List<PipLine> lines = new ArrayList<>();
        JsonNode listed = document.root().at(at);
        for (int i = 0; i < listed.size() && listed.isArray(); i++) {
            JsonNode line = listed.get(i);
            if (line.isValueNode() && !line.isNull()) {
                JsonPointer place = at.appendIndex(i);
                lines.addAll(PipGrammar.read(SourceText.ofText(document, place, line.asText())));
            }
        }
        return requirements.follow(lines, document.path().parent());
    }

    private static List<Token> tokens(Document document, JsonPointer at) {
        List<Token> tokens = new ArrayList<>();
        JsonNode listed = document.root().at(at);
        for (int i = 0; i < listed.size() && listed.isArray(); i++) {
            tokens.add(token(document, at.appendIndex(i)));
        }
        return tokens;
    }

    private static Token token(Document document, JsonPointer at) {
        return new Token(UrlSecrets.hide(document.root().at(at).asText()), document.textAt(at));
    }

    private void secrets(Document document, JsonPointer at) {
        JsonNode node = document.root().at(at);
        if (node.isTextual()) {
            files.report(UrlSecrets.in(SourceText.ofText(document, at, node.textValue())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                secrets(document, at.appendIndex(i));
            }
        } else {
            node.fieldNames().forEachRemaining(name -> secrets(document, at.appendProperty(name)));
        }
    }
}
