package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ShellCommand;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A repository that a Dockerfile clones and leaves at a branch. */
final class RunGitClone extends Rule<Subject.Script> {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    RunGitClone(Severity severity) {
        super("run/git-clone", severity, "A cloned repository", Subject.Script.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Script subject) {
        List<ShellCommand> commands = subject.commands();
        return IntStream.range(0, commands.size())
                .filter(i -> isGit(commands.get(i), "clone"))
                .filter(i -> !checksOutCommit(commands.subList(i + 1, commands.size())))
                .boxed()
                .flatMap(i -> commands.get(i).words().stream()
                        .filter(word ->
                                word.text().contains("://") || word.text().startsWith("git@"))
                        .limit(1))
                .flatMap(repository -> finding(
                        repository,
                        "A clone is whatever the branch is on the day that it runs.",
                        "Add git checkout <full id of the commit> behind it, or use ADD <repository>#<commit>."));
    }

    /** Whether a commit is checked out before the next clone. */
    private static boolean checksOutCommit(List<ShellCommand> behind) {
        return behind.stream()
                .takeWhile(command -> !isGit(command, "clone"))
                .filter(command -> isGit(command, "checkout") || isGit(command, "reset") || isGit(command, "switch"))
                .flatMap(command -> command.words().stream())
                .anyMatch(word -> COMMIT.matcher(word.text()).matches());
    }

    private static boolean isGit(ShellCommand command, String verb) {
        return command.program().equals("git")
                && command.words().stream().anyMatch(word -> word.text().equals(verb));
    }
}
