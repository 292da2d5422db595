package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one environment, of SDK v2 or of SDK v1. */
final class EnvironmentReader {
    /** The names under which SDK v1 saves an environment with its conda file and its Dockerfile beside it. */
    private static final Set<String> SAVED = Set.of("azureml_environment.json", "env.json");

    /** What only SDK v1 says of Docker. */
    private static final Set<String> V1_DOCKER = Set.of("baseImage", "baseDockerfile", "baseImageRegistry");

    private final Document document;
    private final Uploaded uploaded;
    private final Optional<Uploaded> context;
    private final TreePath folder;
    private final EnvironmentFiles files;
    private final RequirementsReader requirements;
    private final CondaReader condaReader;
    private final List<CondaEnvironment> conda = new ArrayList<>();
    private Optional<DockerImage> image = Optional.empty();
    private Optional<Dockerfile> dockerfile = Optional.empty();

    EnvironmentReader(FileTree tree, Document document, Uploaded uploaded, Optional<Uploaded> context) {
        this.context = context;
        this.uploaded = uploaded;
        this.document = document;
        this.folder = document.path().parent();
        this.files = new EnvironmentFiles(tree);
        this.requirements = new RequirementsReader(files);
        this.condaReader = new CondaReader(files, requirements);
    }

    EnvironmentSpec read(JsonPointer at) throws IOException {
        JsonNode definition = document.root().at(at);
        boolean v1 = definition.has("python") || V1_DOCKER.stream().anyMatch(definition.path("docker")::has);
        if (v1) {
            readV1(definition, at);
        } else {
            readV2(definition, at);
            readNested(definition, at);
        }
        return new EnvironmentSpec(
                image, dockerfile, conda, requirements.read(), files.secrets(), files.read(), files.problems());
    }

    private void readV2(JsonNode definition, JsonPointer at) throws IOException {
        image = text(at.appendProperty("image")).map(EnvironmentReader::image);
        JsonPointer condaFile = at.appendProperty("conda_file");
        if (definition.path("conda_file").isObject()) {
            conda.add(condaReader.read(document, condaFile));
        } else {
            Optional<Token> path = text(condaFile);
            if (path.isPresent()) {
                condaFile(findBelow(definition, path.get()));
            }
        }
        Optional<Token> list = text(at.appendProperty("python_requirements_txt"));
        if (list.isPresent()) {
            flowRequirements(list.get());
        }
        JsonPointer build = at.appendProperty("build");
        Optional<Token> root = text(build.appendProperty("path"));
        if (root.isPresent()) {
            build(root.get(), text(build.appendProperty("dockerfile_path")));
        }
    }

    /**
     * The environment of a {@code CommandComponent} (the schemas {@code http://azureml/sdk-2-0/…}), and of the previews of SDK v2: {@code
     * docker} and {@code conda} hold what stands by itself in SDK v2.
     */
    private void readNested(JsonNode definition, JsonPointer at) throws IOException {
        JsonPointer docker = at.appendProperty("docker");
        image = image.or(() -> text(docker.appendProperty("image")).map(EnvironmentReader::image));
        Optional<Token> base = text(docker.appendProperty("build").appendProperty("dockerfile"));
        Optional<TreeEntry> dockerfile = base.isPresent() ? findBelow(definition, base.get()) : Optional.empty();
        if (dockerfile.filter(TreeEntry::isFile).isPresent()) {
            dockerfile(dockerfile.get(), folder, false);
        }
        JsonPointer inner = at.appendProperty("conda");
        JsonPointer inline = inner.appendProperty("conda_dependencies");
        if (definition.path("conda").path("conda_dependencies").isObject()) {
            conda.add(condaReader.read(document, inline));
        }
        Optional<Token> condaFile = text(inner.appendProperty("conda_dependencies_file"));
        if (condaFile.isPresent()) {
            condaFile(find(folder, condaFile.get()));
        }
        Optional<Token> list = text(inner.appendProperty("pip_requirements_file"));
        Optional<TreeEntry> requirementsFile = list.isPresent() ? find(folder, list.get()) : Optional.empty();
        if (requirementsFile.filter(TreeEntry::isFile).isPresent()) {
            requirements.follow(
                    new PipLine.Include(list.get(), list.get(), false, Optional.empty()), requirementsFile.get());
        }
    }

    /** What a flow installs, beside an image that is its own or prompt flow's; its additional includes may bring the list. */
    private void flowRequirements(Token list) throws IOException {
        Optional<TreeEntry> merged = uploaded.find(list.text());
        Optional<TreeEntry> file = merged.isPresent() ? merged : files.require(folder, list);
        if (file.isPresent()) {
            requirements.follow(new PipLine.Include(list, list, false, Optional.empty()), file.get());
        }
    }

    private void build(Token written, Optional<Token> dockerfilePath) throws IOException {
        Optional<TreeEntry> root = find(folder, written);
        if (root.isEmpty()) {
            return;
        }
        TreePath path = root.get().path();
        Token name = dockerfilePath.orElseGet(() -> new Token("Dockerfile", written.location()));
        Optional<TreeEntry> file = files.require(path, name);
        if (file.isPresent()) {
            dockerfile(file.get(), path, true);
        }
    }

    private void readV1(JsonNode definition, JsonPointer at) throws IOException {
        JsonPointer docker = at.appendProperty("docker");
        image = text(docker.appendProperty("baseImage")).map(EnvironmentReader::image);
        Optional<Token> base = text(docker.appendProperty("baseDockerfile"));
        if (base.isPresent()) {
            dockerfile(SourceText.ofScalar(base.get().location(), base.get().text()), folder, false);
        }
        text(docker.appendProperty("baseImageRegistry").appendProperty("password"))
                .ifPresent(password -> files.report(List.of(new Secret(
                        Secret.Kind.IMAGE_REGISTRY, "password: " + UrlSecrets.HIDDEN, password.location()))));
        boolean userManaged =
                definition.path("python").path("userManagedDependencies").asBoolean(false);
        if (!userManaged) {
            condaV1(definition, at.appendProperty("python"));
        }
        if (at.matches() && SAVED.contains(document.path().name())) {
            siblings(userManaged);
        }
    }

    private void condaV1(JsonNode definition, JsonPointer python) throws IOException {
        JsonPointer inline = python.appendProperty("condaDependencies");
        if (definition.path("python").path("condaDependencies").isObject()) {
            conda.add(condaReader.read(document, inline));
            return;
        }
        Optional<Token> path = text(python.appendProperty("condaDependenciesFile"));
        if (path.isPresent()) {
            condaFile(upward(path.get()));
        }
    }

    /**
     * SDK v1's paths are relative to the source directory, which the definition does not tell: it is the definition's folder or one above
     * it.
     */
    private Optional<TreeEntry> upward(Token path) throws IOException {
        TreePath above = folder;
        Optional<TreeEntry> found = find(above, path);
        while (found.isEmpty() && !above.isRoot()) {
            above = above.parent();
            found = find(above, path);
        }
        return found;
    }

    /** What the definition itself refers to. Whoever reads definitions says so when it is missing. */
    private Optional<TreeEntry> find(TreePath from, Token path) throws IOException {
        Optional<TreeEntry> merged = from.equals(folder) ? uploaded.find(path.text()) : Optional.empty();
        if (merged.isPresent()) {
            return merged;
        }
        try {
            return files.find(from, path.text());
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }

    private Optional<TreeEntry> findBelow(JsonNode definition, Token path) throws IOException {
        Optional<TreeEntry> found = Optional.empty();
        for (String place : PreviewPath.places(PreviewPath.of(definition), path.text())) {
            found = found.isPresent() ? found : find(folder, new Token(place, path.location()));
        }
        return found;
    }

    private void siblings(boolean userManaged) throws IOException {
        Optional<TreeEntry> condaFile = files.find(folder.child("conda_dependencies.yml"));
        if (conda.isEmpty() && !userManaged) {
            condaFile(condaFile);
        }
        Optional<TreeEntry> base = files.find(folder.child("BaseDockerfile")).filter(TreeEntry::isFile);
        if (dockerfile.isEmpty() && base.isPresent()) {
            dockerfile(base.get(), folder, false);
        }
    }

    private void condaFile(Optional<TreeEntry> file) throws IOException {
        if (file.filter(TreeEntry::isFile).isPresent()) {
            condaReader.read(file.get()).ifPresent(conda::add);
        }
    }

    private void dockerfile(TreeEntry file, TreePath root, boolean complete) throws IOException {
        Optional<SourceText> text = files.dockerfile(file);
        if (text.isPresent()) {
            dockerfile(text.get(), root, complete);
        }
    }

    /** What a Dockerfile says; whether its build context is what it will be, and not a folder that is likely to be it. */
    private void dockerfile(SourceText text, TreePath root, boolean complete) throws IOException {
        Location start = text.at(0);
        try {
            DockerIgnore ignore = complete ? DockerIgnore.of(files, root, start.path()) : DockerIgnore.none(files);
            DockerfileReader.Result result = DockerfileReader.read(
                    start,
                    DockerfileGrammar.read(text),
                    new BuildContext(files, root, ignore, complete ? context : Optional.empty()),
                    requirements);
            dockerfile = Optional.of(
                    complete ? result.dockerfile() : result.dockerfile().withoutContext());
            for (TreeEntry file : result.conda()) {
                condaFile(Optional.of(file));
            }
        } catch (DockerfileGrammar.MisplacedException e) {
            files.unreadable(e.found().location(), e.found().text(), e.reason());
        }
    }

    private static DockerImage image(Token written) {
        return new DockerImage(written, new DockerImage.Source.Registry(written.text()));
    }

    private Optional<Token> text(JsonPointer at) {
        JsonNode value = document.root().at(at);
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.of(new Token(value.textValue(), document.textAt(at)))
                : Optional.empty();
    }
}
