package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentSpecTest {
    private final MemoryTree tree = new MemoryTree();

    @Test
    void readsTheImageOfAnEnvironment() throws Exception {
        tree.file("env.yml", "name: e\nimage: mcr.microsoft.com/azureml/base:1\n");
        DockerImage image = read("env.yml").image().orElseThrow();
        assertThat(image.written().text()).isEqualTo("mcr.microsoft.com/azureml/base:1");
        assertThat(image.written().location()).hasToString("env.yml:2:8");
        assertThat(image.source()).isEqualTo(new DockerImage.Source.Registry("mcr.microsoft.com/azureml/base:1"));
    }

    @Test
    void followsTheCondaFileRelativeToTheDefinition() throws Exception {
        tree.file("a/env.yml", "image: i\nconda_file: file:../conda/env.yaml\n")
                .file(
                        "conda/env.yaml",
                        "channels: [conda-forge]\ndependencies:\n  - python=3.10\n  - pip:\n    - pandas==2.0\n");
        EnvironmentSpec spec = read("a/env.yml");
        CondaEnvironment conda = spec.conda().get(0);
        assertThat(conda.channels()).extracting(Token::text).containsExactly("conda-forge");
        assertThat(conda.dependencies().get(0).written().location()).hasToString("conda/env.yaml:3:5");
        assertThat(conda.dependencies().get(0).spec().orElseThrow().prefix()).contains("3.10");
        assertThat(conda.pip().orElseThrow().get(0).written().location()).hasToString("conda/env.yaml:5:7");
        assertThat(conda.location()).hasToString("conda/env.yaml:2:1");
        assertThat(conda.pipAt()).hasToString("conda/env.yaml:4:5");
        assertThat(files(spec)).containsExactly("conda/env.yaml");
        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void readsTheEnvironmentOfACommandComponent() throws Exception {
        tree.file(
                        "a/spec.yml",
                        """
                        environment:
                          docker: {image: ubuntu, build: {dockerfile: Dockerfile}}
                          conda: {conda_dependencies_file: env.yml, pip_requirements_file: r.txt}
                        """)
                .file("a/Dockerfile", "FROM base:1\n")
                .file("a/env.yml", "dependencies: [python=3.10]\n")
                .file("a/r.txt", "pandas\n");
        EnvironmentSpec spec = read("a/spec.yml", "/environment");
        assertThat(spec.image().orElseThrow().written().location()).hasToString("a/spec.yml:2:19");
        assertThat(spec.dockerfile().orElseThrow().images()).hasSize(1);
        assertThat(spec.conda()).hasSize(1);
        assertThat(spec.requirements()).extracting(RequirementsFile::path).hasToString("[a/r.txt]");
        assertThat(files(spec)).containsExactly("a/Dockerfile", "a/env.yml", "a/r.txt");
    }

    @Test
    void looksBelowThePathOfAnEnvironmentOfThePreviews() throws Exception {
        tree.file(
                        "a/env.yml",
                        """
                        name: e
                        path: files
                        docker: {build: {dockerfile: "file:Dockerfile"}}
                        conda_file: file:conda.yml
                        """)
                .file("a/files/Dockerfile", "FROM base:1\n")
                .file("a/files/conda.yml", "dependencies: [python=3.10]\n")
                .file("a/conda.yml", "dependencies: [python=3.9]\n");
        EnvironmentSpec spec = read("a/env.yml");
        assertThat(spec.dockerfile().orElseThrow().images()).hasSize(1);
        assertThat(files(spec)).containsExactly("a/files/conda.yml", "a/files/Dockerfile");
    }

    @Test
    void looksBesideAnEnvironmentOfThePreviewsForWhatIsNotBelowItsPath() throws Exception {
        tree.file("a/env.yml", "path: files\ndocker: {image: i}\nconda_file: file:files/conda.yml\n")
                .file("a/files/conda.yml", "dependencies: [python=3.10]\n");
        assertThat(files(read("a/env.yml"))).containsExactly("a/files/conda.yml");
    }

    @Test
    void readsNoCondaFileThatIsLongerThanAnyList() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n").file("c.yml", "#".repeat((4 << 20) + 1));
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.conda()).isEmpty();
        assertThat(spec.problems())
                .extracting(EnvironmentProblem::id, EnvironmentProblem::message)
                .containsExactly(tuple("environment/unreadable", "The file has more than 4194304 bytes."));
    }

    @Test
    void readsAnInlineCondaFile() throws Exception {
        tree.file("job.yml", "environment:\n  image: i\n  conda_file:\n    dependencies: [python=3.10.4=h1_0]\n");
        EnvironmentSpec spec = read("job.yml", "/environment");
        assertThat(spec.conda().get(0).dependencies().get(0).written().location())
                .hasToString("job.yml:4:20");
        assertThat(spec.conda().get(0).pip()).isEmpty();
        assertThat(spec.files()).isEmpty();
    }

    @Test
    void followsRequirementsAndConstraintsFromTheFileThatNamesThem() throws Exception {
        tree.file("env.yml", "conda_file: conda/c.yml\n")
                .file("conda/c.yml", "dependencies:\n  - pip:\n    - -r ../pip/all.txt\n")
                .file("pip/all.txt", "-c limits.txt\n-r sub/more.txt\npandas\n")
                .file("pip/limits.txt", "pandas==2.0\n")
                .file("pip/sub/more.txt", "numpy==1.26.4\n");
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.requirements())
                .extracting(file -> file.path().value(), RequirementsFile::constraints, file -> file.includedAt()
                        .toString())
                .containsExactly(
                        tuple("pip/all.txt", false, "conda/c.yml:3:10"),
                        tuple("pip/limits.txt", true, "pip/all.txt:1:4"),
                        tuple("pip/sub/more.txt", false, "pip/all.txt:2:4"));
        assertThat(files(spec)).containsExactly("conda/c.yml", "pip/all.txt", "pip/limits.txt", "pip/sub/more.txt");
        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void readsAFileOnceHoweverManyLeadToIt() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n")
                .file("c.yml", "dependencies:\n  - pip:\n    - -r a.txt\n    - -r b.txt\n")
                .file("a.txt", "-r base.txt\n")
                .file("b.txt", "-r base.txt\n")
                .file("base.txt", "numpy==1\n");
        assertThat(read("env.yml").requirements())
                .extracting(file -> file.path().value())
                .containsExactly("a.txt", "base.txt", "b.txt");
    }

    @Test
    void namesAnIncludeThatIsMissing() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n").file("c.yml", "dependencies:\n  - pip:\n    - -r none.txt\n");
        assertThat(read("env.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("environment/missing-file");
            assertThat(problem.location()).hasToString("c.yml:3:10");
            assertThat(problem.found()).isEqualTo("none.txt");
        });
    }

    @Test
    void namesAnIncludeThatLeavesTheRepository() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n").file("c.yml", "dependencies:\n  - pip:\n    - -r ../r.txt\n");
        assertThat(read("env.yml").problems())
                .extracting(EnvironmentProblem::id)
                .containsExactly("environment/outside");
    }

    @Test
    void endsACycleOfIncludes() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n")
                .file("c.yml", "dependencies:\n  - pip:\n    - -r a.txt\n")
                .file("a.txt", "numpy\n-r b.txt\n")
                .file("b.txt", "-r a.txt\n");
        assertThat(read("env.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("environment/include-cycle");
            assertThat(problem.location()).hasToString("b.txt:1:4");
            assertThat(problem.message()).isEqualTo("The includes never end: a.txt -> b.txt -> a.txt.");
        });
    }

    @Test
    void endsAnEndlessChainOfIncludes() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n").file("c.yml", "dependencies:\n  - pip:\n    - -r 0.txt\n");
        for (int i = 0; i < 2000; i++) {
            tree.file(i + ".txt", "-r " + (i + 1) + ".txt\n");
        }
        assertThat(read("env.yml").problems())
                .extracting(EnvironmentProblem::id)
                .containsExactly("environment/include-cycle");
    }

    @Test
    void followsLinksAndKeepsThem() throws Exception {
        tree.file("env.yml", "conda_file: link.yml\n")
                .link("link.yml", "real/c.yml")
                .file("real/c.yml", "dependencies: [python]\n");
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.conda()).hasSize(1);
        assertThat(files(spec)).containsExactly("link.yml", "real/c.yml");
    }

    @Test
    void readsTheDockerfileOfABuildContext() throws Exception {
        tree.file("e/env.yml", "build:\n  path: ctx\n  dockerfile_path: docker/Gpu\n")
                .file(
                        "e/ctx/docker/Gpu",
                        "ARG TAG=1\nFROM base:${TAG} AS build\nFROM scratch\nCOPY --from=build /a /a\nCOPY --from=other:2 /b /b\n");
        EnvironmentSpec spec = read("e/env.yml");
        assertThat(spec.dockerfile().orElseThrow().images())
                .extracting(DockerImage::source)
                .containsExactly(
                        new DockerImage.Source.Registry("base:1"),
                        new DockerImage.Source.Scratch(),
                        new DockerImage.Source.Stage("build"),
                        new DockerImage.Source.Registry("other:2"));
        assertThat(spec.dockerfile().orElseThrow().images().get(0).written().location())
                .hasToString("e/ctx/docker/Gpu:2:6");
        assertThat(files(spec)).containsExactly("e/ctx/docker/Gpu");
    }

    @Test
    void takesTheDockerfileOfAContextByItsUsualName() throws Exception {
        tree.file("env.yml", "build:\n  path: .\n").file("Dockerfile", "FROM a\n");
        assertThat(read("env.yml").dockerfile().orElseThrow().images()).hasSize(1);
    }

    @Test
    void namesADockerfileThatIsMissing() throws Exception {
        tree.file("env.yml", "build:\n  path: ctx\n").file("ctx/x", "");
        assertThat(read("env.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("environment/missing-file");
            assertThat(problem.found()).isEqualTo("Dockerfile");
            assertThat(problem.location()).hasToString("env.yml:2:9");
        });
    }

    @Test
    void findsTheRequirementsThatADockerfileCopiesAndInstalls() throws Exception {
        tree.file("env.yml", "build:\n  path: ctx\n")
                .file("ctx/pip/requirements.txt", "pandas\n")
                .file("ctx/conda.yaml", "dependencies: [python]\n")
                .file(
                        "ctx/Dockerfile",
                        """
                        FROM a
                        WORKDIR /work
                        COPY pip/ reqs/
                        COPY *.yaml /tmp/
                        RUN pip install -r reqs/requirements.txt && conda env create -f /tmp/conda.yaml
                        """);
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.requirements())
                .extracting(file -> file.path().value())
                .containsExactly("ctx/pip/requirements.txt");
        assertThat(spec.conda()).hasSize(1);
        assertThat(files(spec)).containsExactly("ctx/Dockerfile", "ctx/pip/requirements.txt", "ctx/conda.yaml");
    }

    @Test
    void findsRequirementsBehindABindMount() throws Exception {
        tree.file("env.yml", "build:\n  path: .\n")
                .file("r.txt", "pandas\n")
                .file(
                        "Dockerfile",
                        "FROM a\nRUN --mount=type=bind,source=r.txt,target=/tmp/r.txt python -m pip install -r /tmp/r.txt\n");
        assertThat(read("env.yml").requirements()).hasSize(1);
    }

    @Test
    void doesNotGuessWhereAnotherStagePutsAFile() throws Exception {
        tree.file("env.yml", "build:\n  path: .\n")
                .file("r.txt", "pandas\n")
                .file("Dockerfile", "FROM a AS one\nCOPY r.txt /r.txt\nFROM b\nRUN pip install -r /r.txt\n");
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.requirements()).isEmpty();
        assertThat(spec.dockerfile().orElseThrow().pip())
                .singleElement()
                .isInstanceOfSatisfying(PipLine.Include.class, include -> assertThat(include.file())
                        .isEmpty());
    }

    @Test
    void readsASavedEnvironmentOfSdkV1WithTheFilesBesideIt() throws Exception {
        tree.file(
                        "v1/azureml_environment.json",
                        "{\"name\": \"e\", \"docker\": {\"baseImage\": null}, \"python\": {\"userManagedDependencies\": false}}")
                .file("v1/conda_dependencies.yml", "dependencies: [python=3.8]\n")
                .file("v1/BaseDockerfile", "FROM ubuntu\n");
        EnvironmentSpec spec = read("v1/azureml_environment.json");
        assertThat(spec.image()).isEmpty();
        assertThat(spec.conda()).hasSize(1);
        assertThat(spec.dockerfile()).isPresent();
        assertThat(files(spec)).containsExactly("v1/conda_dependencies.yml", "v1/BaseDockerfile");
    }

    @Test
    void readsTheEnvironmentOfARunConfiguration() throws Exception {
        tree.file(
                        ".azureml/train.runconfig",
                        "environment:\n  python:\n    condaDependenciesFile: .azureml/conda.yml\n  docker:\n    baseImage: a:1\n")
                .file(".azureml/conda.yml", "dependencies: [python]\n");
        EnvironmentSpec spec = read(".azureml/train.runconfig", "/environment");
        assertThat(spec.image().orElseThrow().written().text()).isEqualTo("a:1");
        assertThat(spec.conda()).hasSize(1);
        assertThat(spec.problems()).isEmpty();
    }

    @Test
    void readsInlineDependenciesAndAnInlineDockerfileOfSdkV1() throws Exception {
        tree.file(
                "env.json",
                "{\"docker\": {\"baseDockerfile\": \"FROM a\\nRUN pip install x\"},"
                        + " \"python\": {\"condaDependencies\": {\"dependencies\": [\"numpy\", {\"pip\": [\"x\"]}]}}}");
        EnvironmentSpec spec = read("env.json");
        assertThat(spec.dockerfile().orElseThrow().pip()).hasSize(1);
        assertThat(spec.conda().get(0).dependencies()).hasSize(1);
    }

    @Test
    void leavesAnEnvironmentThatItsUserManagesWithoutConda() throws Exception {
        tree.file("env.json", "{\"python\": {\"userManagedDependencies\": true}, \"docker\": {}}")
                .file("conda_dependencies.yml", "dependencies: [python]\n");
        assertThat(read("env.json").conda()).isEmpty();
    }

    @Test
    void neverKeepsThePasswordOfARegistry() throws Exception {
        tree.file("env.json", "{\"docker\": {\"baseImageRegistry\": {\"address\": \"r\", \"password\": \"hunter2\"}}}");
        EnvironmentSpec spec = read("env.json");
        assertThat(spec.secrets()).singleElement().satisfies(secret -> {
            assertThat(secret.kind()).isEqualTo(Secret.Kind.IMAGE_REGISTRY);
            assertThat(secret.location().line()).isEqualTo(1);
        });
        assertThat(spec.toString()).doesNotContain("hunter2");
    }

    @Test
    void neverKeepsTheCredentialsOfAnIndex() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n")
                .file(
                        "c.yml",
                        "channels: [\"https://x/t/to-0123456789abc/ch\"]\ndependencies:\n  - pip:\n    - --index-url https://me:hunter2@x/\n    - -r r.txt\n")
                .file("r.txt", "--extra-index-url=https://me:hunter3@x/simple\na @ https://me:hunter4@x/a.whl\n");
        EnvironmentSpec spec = read("env.yml");
        assertThat(spec.secrets())
                .extracting(secret -> secret.location() + " " + secret.found())
                .containsExactly(
                        "c.yml:1:13 https://x/t/***/ch",
                        "c.yml:4:19 https://***@x/",
                        "r.txt:1:19 https://***@x/simple",
                        "r.txt:2:5 https://***@x/a.whl");
        assertThat(spec.toString()).doesNotContain("hunter", "0123456789abc");
    }

    @Test
    void takesAVariableForNoSecret() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n")
                .file("c.yml", "dependencies:\n  - pip:\n    - --index-url https://me:${TOKEN}@x/\n");
        assertThat(read("env.yml").secrets()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBeRead() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n").file("c.yml", "dependencies: [\n");
        assertThat(read("env.yml").problems())
                .extracting(EnvironmentProblem::id)
                .containsExactly("environment/unreadable");
    }

    @Test
    void namesTheByteThatIsNoText() throws Exception {
        tree.file("env.yml", "conda_file: c.yml\n")
                .file("c.yml", "dependencies: [{pip: [-r r.txt]}]\n")
                .file("r.txt", "pandas==2.2.3\n# \u00fcber\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read("env.yml").problems())
                .extracting(problem -> problem.location().toString(), EnvironmentProblem::message)
                .containsExactly(tuple("r.txt:2:3", "The byte 0xfc is not UTF-8."));
    }

    @Test
    void readsADockerfileAsItsBuilderDoes() throws Exception {
        tree.file("env.yml", "build: {path: c}\n")
                .file(
                        "c/Dockerfile",
                        "# coding: klingon\n# \u00fcber\nFROM base:1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read("env.yml").problems()).isEmpty();
        assertThat(read("env.yml").dockerfile().orElseThrow().images()).hasSize(1);
        tree.file("c/Dockerfile", "\uFEFFFROM base:1\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(read("env.yml").problems())
                .extracting(problem -> problem.location().toString(), EnvironmentProblem::message)
                .containsExactly(tuple("c/Dockerfile:1:1", "The file is in UTF-16LE, which no builder reads."));
    }

    private EnvironmentSpec read(String path) throws Exception {
        return read(path, "");
    }

    private EnvironmentSpec read(String path, String at) throws Exception {
        TreeEntry file = tree.find(TreePath.of(path)).orElseThrow();
        try (InputStream in = tree.open(file)) {
            return EnvironmentSpec.read(
                    tree, Document.read(file.path(), in), JsonPointer.compile(at), Uploaded.NOTHING, Optional.empty());
        }
    }

    private static List<String> files(EnvironmentSpec spec) {
        return spec.files().stream().map(file -> file.path().value()).toList();
    }
}
