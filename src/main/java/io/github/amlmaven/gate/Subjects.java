package io.github.amlmaven.gate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.environment.CondaEnvironment;
import io.github.amlmaven.environment.CondaList;
import io.github.amlmaven.environment.DockerImage;
import io.github.amlmaven.environment.Dockerfile;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.JobScript;
import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.PipRun;
import io.github.amlmaven.environment.ProjectInstall;
import io.github.amlmaven.environment.RequirementsFile;
import io.github.amlmaven.environment.Secret;
import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that a graph depends on. An environment that ten components share gives its subjects once. */
final class Subjects {
    /**
     * <code>{{name}}</code>, which is no expression of Azure ML's since those begin with a dollar sign, and {@code <fill in>}, which is no
     * pair of comparisons since it begins with a letter.
     */
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{\\{.*?}}|<\\s*+[A-Za-z_][^<>=,]*>");

    /**
     * What a reference, a name or a version cannot have, since Azure ML allows none of it in a name: <code>$(name)</code> and
     * <code>#{name}#</code> of Azure Pipelines, <code>${NAME}</code> and <code>$NAME</code> of a shell, <code>{name}</code>, {@code
     * __NAME__} by itself; and {@code CHANGE_ME}, which none keeps.
     */
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\([^)]*\\)|#\\{[^}]*}|\\$\\{(?!\\{)[^}]*}|\\$[A-Za-z_]\\w*"
                    + "|(?<![${#])\\{[A-Za-z_][\\w.]*}(?!})|(?<![A-Za-z0-9_-])__[A-Za-z][A-Za-z0-9_]*__(?![A-Za-z0-9_-])"
                    + "|(?<![A-Za-z])(?i:(?:change|replace)[_-]?me)(?![A-Za-z])");

    private final Set<Subject> subjects = new LinkedHashSet<>();

    private final DefinedHere definedHere;

    private Subjects(DefinedHere definedHere) {
        this.definedHere = definedHere;
    }

    static Set<Subject> of(DefinitionGraph graph) {
        Subjects subjects = new Subjects(DefinedHere.in(graph));
        graph.assets().values().forEach(subjects::asset);
        graph.environments().values().forEach(subjects::environment);
        graph.scripts().values().forEach(scripts -> scripts.forEach(subjects::script));
        if (!graph.passedOver().isEmpty()) {
            subjects.subjects.add(new Subject.PassedOver(graph.passedOver()));
        }
        return subjects.subjects;
    }

    private void asset(Asset asset) {
        subjects.add(new Subject.Definition(asset));
        for (String field : List.of("name", "version")) {
            JsonPointer pointer = asset.pointer().appendProperty(field);
            JsonNode value = asset.document().root().at(pointer);
            if (value.isTextual()) {
                template(new Token(value.textValue(), asset.document().at(pointer)));
            }
        }
        asset.references().forEach(this::reference);
        SparkPackages.of(asset).stream()
                .filter(coordinates -> !placeholder(coordinates))
                .forEach(coordinates -> subjects.add(new Subject.SparkPackage(coordinates)));
    }

    private void reference(Reference reference) {
        Token written = new Token(reference.written(), reference.location());
        if (reference.target() instanceof Target.Remote remote && !template(written)) {
            subjects.add(
                    remote.kind() == Target.RemoteKind.IMAGE
                            ? new Subject.Image(
                                    new DockerImage(written, new DockerImage.Source.Registry(reference.written())))
                            : new Subject.RemoteReference(reference, remote, definedHere.of(reference, remote)));
        }
    }

    private void environment(EnvironmentSpec spec) {
        List<PipRun> runs = spec.dockerfile().map(Dockerfile::pipRuns).orElse(List.of());
        Constraints constraints = new Constraints(spec.requirements(), runs);
        spec.image().filter(image -> !template(image.written())).ifPresent(this::image);
        spec.dockerfile().ifPresent(dockerfile -> dockerfile(dockerfile, constraints));
        spec.conda().forEach(conda -> conda(conda, constraints));
        spec.requirements().forEach(file -> requirements(file, constraints));
        spec.secrets().forEach(secret -> subjects.add(secret(secret)));
    }

    private static Subject secret(Secret secret) {
        SecretKind kind =
                switch (secret.kind()) {
                    case IMAGE_REGISTRY -> SecretKind.REGISTRY_PASSWORD;
                    case URL -> SecretKind.URL_CREDENTIALS;
                };
        return new Subject.Secret(kind, new Token(secret.found(), secret.location()));
    }

    private void image(DockerImage image) {
        if (!placeholder(image.written())) {
            subjects.add(new Subject.Image(image));
        }
    }

    private void dockerfile(Dockerfile dockerfile, Constraints constraints) {
        subjects.add(new Subject.DockerBuild(dockerfile));
        dockerfile.images().forEach(this::image);
        dockerfile.syntax().ifPresent(syntax -> subjects.add(new Subject.Frontend(syntax)));
        dockerfile.missing().stream()
                .filter(missing -> !placeholder(missing.source()))
                .forEach(missing -> subjects.add(new Subject.MissingSource(missing)));
        dockerfile.downloads().forEach(download -> subjects.add(new Subject.Download(download)));
        run(dockerfile.commands(), dockerfile.condaLists(), dockerfile.projects());
        dockerfile.pipRuns().forEach(run -> pip(run, constraints));
    }

    private void script(JobScript script) {
        Constraints constraints = new Constraints(script.requirements(), script.pipRuns());
        run(script.commands(), script.condaLists(), script.projects());
        script.pipRuns().forEach(run -> pip(run, constraints));
        script.conda().forEach(conda -> conda(conda, constraints));
        script.models().forEach(model -> subjects.add(new Subject.ModelEnvironment(model)));
        script.spark().forEach(conda -> conda(conda, constraints, false));
        script.requirements().forEach(file -> requirements(file, constraints));
    }

    private void run(List<ShellCommand> commands, List<CondaList> condaLists, List<ProjectInstall> projects) {
        subjects.add(new Subject.Script(commands));
        commands.forEach(command -> subjects.add(new Subject.Command(command)));
        condaLists.forEach(list -> subjects.add(new Subject.CondaList(list)));
        projects.forEach(install -> subjects.add(new Subject.ProjectInstall(install)));
    }

    private void pip(PipRun run, Constraints constraints) {
        Set<String> fixed = constraints.run(run.lines());
        run.lines().stream()
                .filter(line -> !placeholder(line.written()))
                .forEach(line -> subjects.add(
                        isForAnyList(line)
                                ? new Subject.Pip(line, false)
                                : new Subject.PipInstall(line, Constraints.fix(fixed, line))));
    }

    /** An option, or a list that no tree can hold: what is to be said of it is the same wherever it stands. */
    private static boolean isForAnyList(PipLine line) {
        return line instanceof PipLine.Setting
                || (line instanceof PipLine.Include include
                        && include.source().text().contains("://"));
    }

    private void conda(CondaEnvironment conda, Constraints constraints) {
        conda(conda, constraints, true);
    }

    private void conda(CondaEnvironment conda, Constraints constraints, boolean complete) {
        subjects.add(new Subject.Conda(conda, complete));
        conda.dependencies().stream()
                .filter(dependency -> !placeholder(dependency.written()))
                .forEach(dependency -> subjects.add(new Subject.CondaPackage(dependency)));
        List<PipLine> lines = conda.pip().orElse(List.of());
        Set<String> fixed = constraints.run(lines);
        lines.forEach(line -> pip(line, fixed));
    }

    private void requirements(RequirementsFile file, Constraints constraints) {
        if (file.constraints()) {
            file.lines().stream()
                    .filter(line -> !(line instanceof PipLine.Named || line instanceof PipLine.Placed))
                    .forEach(line -> pip(line, Set.of()));
        } else {
            Set<String> fixed = constraints.of(file);
            file.lines().forEach(line -> pip(line, fixed));
        }
    }

    private void pip(PipLine line, Set<String> fixed) {
        if (!placeholder(line.written())) {
            subjects.add(new Subject.Pip(line, Constraints.fix(fixed, line)));
        }
    }

    private boolean template(Token written) {
        return placeholder(written, TEMPLATE) || placeholder(written);
    }

    private boolean placeholder(Token written) {
        return placeholder(written, PLACEHOLDER);
    }

    private boolean placeholder(Token written, Pattern pattern) {
        boolean is = pattern.matcher(written.text()).find();
        if (is) {
            subjects.add(new Subject.Placeholder(written));
        }
        return is;
    }
}
