package io.github.amlmaven.gate;

import io.github.amlmaven.code.Surplus;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.Problem;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.CondaEnvironment;
import io.github.amlmaven.environment.DockerImage;
import io.github.amlmaven.environment.Dockerfile;
import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import io.github.amlmaven.git.Change;
import io.github.amlmaven.git.Operation;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;

/** What a {@link Rule} judges: one thing that a snapshot depends on. */
public sealed interface Subject {

    /**
     * A line of a requirements file, of a constraints file or of conda's {@code pip:} section, or an option that pip is given otherwise. A
     * constraints file installs nothing, so of that only the lines are judged that lead elsewhere.
     *
     * @param line the line
     * @param constrained whether a constraints file names the exact version of what the line asks for
     */
    record Pip(PipLine line, boolean constrained) implements Subject {}

    /**
     * What {@code pip install} in a Dockerfile, or in the command of a job, installs.
     *
     * @param line its argument, as a line of a requirements file
     * @param constrained whether a constraints file names the exact version of what the line asks for
     */
    record PipInstall(PipLine line, boolean constrained) implements Subject {}

    /**
     * A package that conda installs.
     *
     * @param dependency the package
     */
    record CondaPackage(CondaEnvironment.CondaDependency dependency) implements Subject {}

    /**
     * A conda environment as a whole.
     *
     * @param environment the environment
     * @param complete whether it has its own Python; else it is added to one that is there
     */
    record Conda(CondaEnvironment environment, boolean complete) implements Subject {}

    /**
     * A conda environment that an MLflow model brings, of which Azure ML builds what serves it when nothing else is named.
     *
     * @param environment the environment
     */
    record ModelEnvironment(CondaEnvironment environment) implements Subject {}

    /**
     * A container image that something is built from or runs in.
     *
     * @param image the image
     */
    record Image(DockerImage image) implements Subject {}

    /**
     * The image of the program that reads a Dockerfile.
     *
     * @param written the value of the {@code syntax} directive
     */
    record Frontend(Token written) implements Subject {}

    /**
     * A command that a Dockerfile or a job runs.
     *
     * @param command the command
     */
    record Command(ShellCommand command) implements Subject {}

    /**
     * All that a Dockerfile or a job runs.
     *
     * @param commands the commands, in their order
     */
    record Script(List<ShellCommand> commands) implements Subject {

        /** Takes its own copy. */
        public Script {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A list of packages that a Dockerfile or a job gives to conda.
     *
     * @param list the list
     */
    record CondaList(io.github.amlmaven.environment.CondaList list) implements Subject {}

    /**
     * The dependencies of a project that a Dockerfile or a job installs with the project's own package manager.
     *
     * @param install the installation
     */
    record ProjectInstall(io.github.amlmaven.environment.ProjectInstall install) implements Subject {}

    /**
     * A Dockerfile as a whole.
     *
     * @param dockerfile the Dockerfile
     */
    record DockerBuild(Dockerfile dockerfile) implements Subject {}

    /**
     * Something that a Dockerfile copies and its builder does not have.
     *
     * @param missing the source of {@code COPY} or {@code ADD}
     */
    record MissingSource(Dockerfile.Missing missing) implements Subject {}

    /**
     * Something that a Dockerfile downloads by {@code ADD}.
     *
     * @param download the download
     */
    record Download(Dockerfile.Download download) implements Subject {}

    /**
     * A reference that leads out of the repository.
     *
     * @param reference the reference
     * @param remote what it leads to
     * @param definedHere the file that defines a component or an environment of that name, when one of those that are looked at does
     */
    record RemoteReference(Reference reference, Target.Remote remote, Optional<TreePath> definedHere)
            implements Subject {}

    /**
     * An artifact that Spark fetches from a Maven repository when a job starts.
     *
     * @param coordinates its coordinates as written, joined by colons
     */
    record SparkPackage(Token coordinates) implements Subject {}

    /**
     * A definition.
     *
     * @param asset the definition
     */
    record Definition(Asset asset) implements Subject {}

    /**
     * Files that were asked for and cannot be read, that show no sign of being definitions, and that nothing refers to.
     *
     * @param problems why each of them cannot be read, in the order of their places; there is one at least
     */
    record PassedOver(List<Problem> problems) implements Subject {

        /** Takes its own copy. */
        public PassedOver {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A text that somebody or something still has to fill in.
     *
     * @param written the text
     */
    record Placeholder(Token written) implements Subject {}

    /**
     * A secret in a file. Its value is not kept.
     *
     * @param kind what it opens
     * @param found where it stands, and what is said of it in its place
     */
    record Secret(SecretKind kind, Token found) implements Subject {}

    /**
     * A difference between the working copy and the commit.
     *
     * @param change the difference
     */
    record ChangedPath(Change change) implements Subject {}

    /**
     * What lies in code on disk and in no commit, since every clone ignores it, and Azure ML's client would upload all the same.
     *
     * @param code the folder of the code, from the top of the repository
     * @param surplus what lies there; there is some
     */
    record IgnoredCode(TreePath code, Surplus surplus) implements Subject {}

    /**
     * Something that git has begun and not finished.
     *
     * @param operation what it is
     */
    record UnfinishedOperation(Operation operation) implements Subject {}

    /**
     * The commit that is captured.
     *
     * @param pom the pom of the project that it is captured for, from the top of the repository
     * @param id the commit
     * @param pushed whether a remote has it, as far as this clone knows
     */
    record Commit(TreePath pom, String id, boolean pushed) implements Subject {}

    /**
     * A project of Maven.
     *
     * @param pom its pom, from the top of the repository
     * @param tracked whether the commit has that pom
     */
    record Project(TreePath pom, boolean tracked) implements Subject {}

    /**
     * A folder that a build writes into, and that git sees what is written there.
     *
     * @param folder the folder, from the top of the repository
     * @param committed a file that the build writes and the commit has; nothing when it has none
     */
    record BuildFolder(TreePath folder, Optional<TreePath> committed) implements Subject {}

    /**
     * The version of a project of Maven.
     *
     * @param name the project's group and its name, joined by a colon
     * @param version the version, with every property replaced
     * @param written the text that decides it
     * @param location where that is written
     */
    record ProjectVersion(String name, String version, String written, Location location) implements Subject {}

    /**
     * An artifact that Maven takes to build a project: a parent, a dependency or a managed one, a plugin, an extension.
     *
     * @param name its group and its name, joined by a colon
     * @param version the version that Maven is asked for, with every property replaced; nothing when no pom asks for one
     * @param builtHere whether a module of the same commit is this very artifact
     * @param forRelease whether the project that takes it is released, and no SNAPSHOT itself
     * @param written the text that decides the version; the artifact itself when that text is not in the repository
     * @param location where that is written, or what leads there: an import, or a parent
     * @param outside the pom outside of the repository that asks for it, as group, name and version joined by colons; nothing when it is one
     *     of the repository's own
     */
    record MavenArtifact(
            String name,
            Optional<String> version,
            boolean builtHere,
            boolean forRelease,
            String written,
            Location location,
            Optional<String> outside)
            implements Subject {}
}
