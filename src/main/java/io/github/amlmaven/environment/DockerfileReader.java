package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a Dockerfile takes from elsewhere. */
final class DockerfileReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final CommandReader reader;
    private final BuildContext context;
    private final DockerVariables variables = new DockerVariables();
    private final StageVersions versions = new StageVersions(variables);
    private final Set<String> stages = new HashSet<>();
    private final List<DockerImage> images = new ArrayList<>();
    private final List<PipLine> configured = new ArrayList<>();
    private final List<Dockerfile.Download> downloads = new ArrayList<>();
    private int stage = -1;

    /**
     * A Dockerfile and the conda files of the context that it installs.
     *
     * @param dockerfile the Dockerfile
     * @param conda the conda files
     */
    record Result(Dockerfile dockerfile, List<TreeEntry> conda) {}

    private DockerfileReader(CommandReader reader, BuildContext context) {
        this.reader = reader;
        this.context = context;
    }

    static Result read(
            Location location, DockerfileGrammar.Parsed parsed, BuildContext context, RequirementsReader requirements)
            throws IOException {
        CommandReader commands = new CommandReader(context.files(), requirements, context::find);
        DockerfileReader reader = new DockerfileReader(commands, context);
        for (DockerInstruction instruction : parsed.instructions()) {
            if (instruction.keyword().equals("FROM")) {
                reader.endStage();
            }
            context.apply(instruction);
            reader.instruction(instruction);
        }
        reader.endStage();
        Dockerfile dockerfile = new Dockerfile(
                location,
                parsed.syntax(),
                reader.images,
                commands.commands(),
                commands.pip(),
                reader.downloads,
                commands.condaLists(),
                commands.projects(),
                context.missing());
        return new Result(dockerfile, commands.conda());
    }

    private void instruction(DockerInstruction instruction) throws IOException {
        switch (instruction.keyword()) {
            case "ARG" -> {
                if (stage < 0) {
                    variables.declare(instruction.line().text().substring(instruction.start()));
                } else {
                    versions.take(instruction);
                    configured.addAll(variables(instruction));
                }
            }
            case "ENV" -> {
                versions.take(instruction);
                configured.addAll(variables(instruction));
            }
            case "FROM" -> from(instruction);
            case "COPY" -> instruction.flag("--from").forEach(this::image);
            case "ADD" -> add(instruction);
            case "RUN" -> run(instruction);
            default -> {
                // Nothing else takes anything from elsewhere.
            }
        }
    }

    /** What the variables of a stage say to pip, which reads them when it runs: by then all files are there. */
    private void endStage() throws IOException {
        reader.configure(configured);
        configured.clear();
        for (TreeEntry file : context.pipConfigurations()) {
            reader.configuration(file);
        }
        context.leaveStage();
        versions.enter();
    }

    private static List<PipLine> variables(DockerInstruction instruction) {
        JoinedText line = instruction.line();
        List<PipLine> lines = new ArrayList<>();
        try {
            List<ShellWords.Word> words = ShellWords.split(
                    line.text(), instruction.start(), line.text().length());
            if (words.size() > 1 && words.get(0).text().indexOf('=') < 0) {
                // The older form of ENV: a name, and all the rest of the line.
                Token value = line.token(words.get(1).start(), line.text().length());
                Token written = line.token(words.get(0).start(), line.text().length());
                return PipVariables.lines(words.get(0).text(), value, written);
            }
            for (ShellWords.Word word : words) {
                Token assignment = new Token(UrlSecrets.hide(word.text()), line.at(word.start()));
                lines.addAll(PipVariables.lines(assignment));
            }
        } catch (GrammarException e) {
            // Docker refuses a quotation mark that is not closed; there is nothing to be known of such a line.
            return List.of();
        }
        return lines;
    }

    private void from(DockerInstruction instruction) {
        List<Token> words = instruction.words();
        if (!words.isEmpty()) {
            image(words.get(0), variables.expand(words.get(0).text()));
        }
        stage++;
        if (words.size() == 3 && words.get(1).text().equalsIgnoreCase("as")) {
            stages.add(words.get(2).text().toLowerCase(Locale.ROOT));
        }
    }

    /** An image where Docker expands no variables. */
    private void image(Token written) {
        boolean variable = written.text().indexOf('$') >= 0;
        image(
                written,
                new DockerVariables.Expansion(
                        written.text(), variable ? Optional.of(written.text()) : Optional.empty()));
    }

    private void image(Token written, DockerVariables.Expansion expansion) {
        String text = expansion.text();
        boolean number = NUMBER.matcher(text).matches() && stage >= 0;
        DockerImage.Source source;
        if (expansion.unknown().isPresent()) {
            source = new DockerImage.Source.Unknown(expansion.unknown().get());
        } else if (number || stages.contains(text.toLowerCase(Locale.ROOT))) {
            source = new DockerImage.Source.Stage(text);
        } else if (text.equals("scratch")) {
            source = new DockerImage.Source.Scratch();
        } else {
            source = new DockerImage.Source.Registry(text);
        }
        images.add(new DockerImage(written, source));
    }

    private void add(DockerInstruction instruction) {
        List<Token> words = instruction.words();
        boolean checked = instruction.flag("--checksum").findAny().isPresent();
        words.stream()
                .limit(Math.max(0, words.size() - 1))
                .filter(word -> BuildContext.REMOTE.matcher(word.text()).matches())
                .forEach(word -> downloads.add(new Dockerfile.Download(word, checked)));
    }

    private void run(DockerInstruction instruction) throws IOException {
        for (Token mount : instruction.flag("--mount").toList()) {
            BuildContext.option(mount.text(), "from").ifPresent(name -> image(new Token(name, mount.location())));
        }
        List<ShellStep> found = new ArrayList<>();
        Optional<List<Token>> exec = instruction.json();
        if (exec.isPresent()) {
            exec.filter(words -> !words.isEmpty())
                    .ifPresent(words -> found.add(new ShellStep(
                            new ShellCommand(List.of(), words, Optional.empty(), Optional.empty()), new Subshell())));
        } else {
            found.addAll(versions.in(
                    ShellScript.commands(instruction.line(), instruction.start()),
                    instruction.line().text()));
            boolean script = found.isEmpty() || found.get(0).command().isShell();
            for (JoinedText heredoc : script ? instruction.heredocs() : List.<JoinedText>of()) {
                if (!heredoc.text().startsWith("#!")
                        || heredoc.text().lines().findFirst().orElse("").endsWith("sh")) {
                    found.addAll(ShellScript.commands(heredoc, 0));
                }
            }
        }
        reader.read(found);
    }
}
