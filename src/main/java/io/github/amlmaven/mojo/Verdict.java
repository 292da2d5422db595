package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.report.ConsoleFindings;
import io.github.amlmaven.report.FindingsJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Tells the user what was found, and fails the build when that is what it means. */
final class Verdict {
    private final Log log;
    private final Path file;
    private final Path root;

    /**
     * Prepares to tell.
     *
     * @param log where people read
     * @param file where programs read: {@code findings.json}
     * @param root the folder that Maven was called in
     */
    Verdict(Log log, Path file, Path root) {
        this.log = log;
        this.file = file;
        this.root = root;
    }

    /**
     * Writes the file and shows what was found.
     *
     * @param findings what was found
     * @param fail whether a refusal fails the build
     * @throws MojoFailureException when it does; its message names every offender
     * @throws IOException when the file cannot be written
     */
    void announce(List<Finding> findings, boolean fail) throws MojoFailureException, IOException {
        FindingsJson.write(findings, file);
        List<Finding> warnings = of(Severity.WARN, findings);
        ConsoleFindings.lines(warnings).forEach(log::warn);
        List<Finding> refusals = of(Severity.REFUSE, findings);
        if (refusals.isEmpty()) {
            return;
        }
        String count = refusals.size() == 1 ? "1 finding refuses" : refusals.size() + " findings refuse";
        String head = count + " this snapshot; the whole list is in " + shown() + ":";
        List<String> lines = ConsoleFindings.lines(refusals);
        if (fail) {
            throw new MojoFailureException(head + "\n\n" + String.join("\n", lines) + "\n");
        }
        log.warn(head);
        lines.forEach(log::warn);
    }

    private Path shown() {
        return file.startsWith(root) ? root.relativize(file) : file;
    }

    private static List<Finding> of(Severity severity, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
