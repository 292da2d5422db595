package io.github.amlmaven.environment;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What an environment is made of, read through every file that it includes.
 *
 * @param image the image that it is, or is built upon
 * @param dockerfile the Dockerfile that builds it
 * @param conda every conda environment that is added to the image, in the order of first mention
 * @param requirements every pip requirements file on the way, each once, in the order of first mention
 * @param secrets where a secret stands in any of them
 * @param files every file and link of the tree that was read, each once, in the order of first reading; not the definition's own
 * @param problems why a part could not be read; empty when all of it was
 */
public record EnvironmentSpec(
        Optional<DockerImage> image,
        Optional<Dockerfile> dockerfile,
        List<CondaEnvironment> conda,
        List<RequirementsFile> requirements,
        List<Secret> secrets,
        List<TreeEntry> files,
        List<EnvironmentProblem> problems) {

    /** Takes its own copies. */
    public EnvironmentSpec {
        conda = List.copyOf(conda);
        requirements = List.copyOf(requirements);
        secrets = List.copyOf(secrets);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * Reads an environment's definition, and the files that it leads to.
     *
     * @param tree where those files are
     * @param document the file that defines the environment
     * @param at where in it: an object of SDK v2 ({@code image}, {@code conda_file}, {@code build}) or of SDK v1 ({@code docker}, {@code
     *     python}), as an environment of its own, inline, or in a run configuration
     * @param uploaded the code of the component that it is written in, when that is a {@code CommandComponent}
     * @param context what is uploaded as its build context; nothing when it has none, or none that is known
     * @return what it is made of; what cannot be read is among its problems
     * @throws IOException when the tree cannot be read
     */
    public static EnvironmentSpec read(
            FileTree tree, Document document, JsonPointer at, Uploaded uploaded, Optional<Uploaded> context)
            throws IOException {
        return new EnvironmentReader(tree, document, uploaded, context).read(at);
    }
}
