package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A script that is downloaded and run. */
final class RunDownloadedScript extends Rule<Subject.Command> {
    private static final Pattern SUBSTITUTION = Pattern.compile("(?:[$<]\\(|`)\\s*(?:curl|wget)\\b");

    RunDownloadedScript(Severity severity) {
        super("run/curl-pipe", severity, "A downloaded script", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        boolean shell = ShellCommandNames.isInterpreter(subject.command().program());
        boolean piped = subject.command()
                .pipedFrom()
                .filter(ShellCommandNames::downloads)
                .isPresent();
        boolean substituted = subject.command().words().stream()
                .anyMatch(word -> SUBSTITUTION.matcher(word.text()).find());
        if (!shell || !(piped || substituted)) {
            return Stream.empty();
        }
        return finding(
                subject.command().words().get(0),
                "What runs is whatever the server sends on that day.",
                "Commit the script, or download one version of it and check its digest before it runs.");
    }
}
