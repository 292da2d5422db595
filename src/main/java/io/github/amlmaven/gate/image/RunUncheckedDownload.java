package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.environment.Token;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file that is fetched and kept, and that nothing behind it checks. */
final class RunUncheckedDownload extends Rule<Subject.Script> {
    private static final Set<String> CHECKS = Set.of("sha256sum", "sha384sum", "sha512sum", "shasum", "cosign");

    /** What makes curl write to a file: {@code -o}, {@code -O}, alone or behind other letters, and their long names. */
    private static final Pattern CURL_WRITES =
            Pattern.compile("-[A-Za-z]*[oO]|--output|--remote-name(?:-all)?|--output-dir");

    RunUncheckedDownload(Severity severity) {
        super("run/unchecked-download", severity, "A download without a checksum", Subject.Script.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Script subject) {
        List<ShellCommand> commands = subject.commands();
        return IntStream.range(0, commands.size())
                .filter(i -> keeps(commands.get(i), commands.subList(i + 1, commands.size())))
                .filter(i -> commands.subList(i + 1, commands.size()).stream()
                        .noneMatch(command -> CHECKS.contains(command.program())))
                .boxed()
                .flatMap(i -> url(commands.get(i)))
                .flatMap(
                        url -> finding(
                                url,
                                "What the URL leads to can be replaced, and nothing here would notice.",
                                "Check it: echo '<digest>  <file>' | sha256sum -c -, in the commands behind it; or commit the file."));
    }

    private static boolean keeps(ShellCommand command, List<ShellCommand> behind) {
        if (!ShellCommandNames.downloads(command.program())) {
            return false;
        }
        boolean piped = !behind.isEmpty() && behind.get(0).pipedFrom().isPresent();
        if (piped) {
            // To an interpreter it is another rule's.
            return !ShellCommandNames.isInterpreter(behind.get(0).program())
                    && !CHECKS.contains(behind.get(0).program());
        }
        if (command.output().filter(file -> !file.startsWith("/dev/")).isPresent()) {
            return true;
        }
        return command.program().equals("wget")
                ? command.words().stream().noneMatch(word -> word.text().matches("-[A-Za-z]*O-|--spider"))
                : command.words().stream()
                        .anyMatch(word -> CURL_WRITES.matcher(word.text()).matches());
    }

    private static Stream<Token> url(ShellCommand command) {
        return command.words().stream()
                .filter(word -> word.text().contains("://"))
                .limit(1);
    }
}
