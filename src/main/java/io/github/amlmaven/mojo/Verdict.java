package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.report.Annotations;
import io.github.amlmaven.report.ConsoleFindings;
import io.github.amlmaven.report.ExemptionLines;
import io.github.amlmaven.report.FindingsJson;
import io.github.amlmaven.report.JUnitReport;
import io.github.amlmaven.report.SarifLog;
import io.github.amlmaven.report.SourceLines;
import io.github.amlmaven.report.Style;
import io.github.amlmaven.tree.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Tells what was found wherever somebody looks for it, and fails the build when that is what it means. */
final class Verdict {
    private static final String JSON = "findings.json";
    private static final String SARIF = "findings.sarif";
    private static final String JUNIT = "TEST-aml.xml";

    /**
     * Where it is told.
     *
     * @param log where people read
     * @param folder where programs read
     * @param root the folder that Maven was called in, from where people are shown the way
     * @param junitReport whether there is to be a report for those that know JUnit's
     */
    record Places(Log log, Path folder, Path root, boolean junitReport) {}

    private final Log log;
    private final Places places;
    private final Path folder;
    private final String version;
    private final Map<String, String> environment;
    private final Style style = new TerminalStyle();

    /**
     * Prepares to tell.
     *
     * @param places where it is told
     * @param version the plugin's
     * @param environment the environment variables, which tell what runs the build
     */
    Verdict(Places places, String version, Map<String, String> environment) {
        this.places = places;
        this.log = places.log();
        this.folder = places.folder();
        this.version = version;
        this.environment = environment;
    }

    /** Removes what an earlier build told. */
    void clear() throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
    }

    /** Where a build directory has those files. */
    static Path folder(Path buildDirectory) {
        return buildDirectory.resolve("aml");
    }

    /** The files in which it may be told, in the folder for them. */
    static List<Path> files(Path folder) {
        return Stream.of(JSON, SARIF, JUNIT).map(folder::resolve).toList();
    }

    /**
     * Writes the files and shows what was found.
     *
     * @param examination what was found, and what was exempted
     * @param tree what it was found in
     * @param fail whether a refusal fails the build
     * @throws MojoFailureException when it does; its message names every offender
     * @throws IOException when a file cannot be read or written
     */
    void announce(Examination examination, FileTree tree, boolean fail) throws MojoFailureException, IOException {
        List<Finding> findings = examination.findings();
        ExemptionLines.of(examination.exemptions()).forEach(log::info);
        write(findings);
        annotate(findings, fail);
        SourceLines sources = SourceLines.of(tree, findings);
        ConsoleFindings.lines(of(Severity.WARN, findings), sources, style).forEach(log::warn);
        List<Finding> refusals = of(Severity.REFUSE, findings);
        if (refusals.isEmpty()) {
            return;
        }
        String count = refusals.size() == 1 ? "1 finding refuses" : refusals.size() + " findings refuse";
        String head = count + " this snapshot; the whole list is in " + shown() + ":";
        List<String> lines = ConsoleFindings.lines(refusals, sources, style);
        if (fail) {
            throw new MojoFailureException(head + "\n\n" + String.join("\n", lines) + "\n");
        }
        log.warn(head);
        lines.forEach(log::warn);
    }

    private Path shown() {
        Path file = folder.resolve(JSON);
        return file.startsWith(places.root()) ? places.root().relativize(file) : file;
    }

    private void write(List<Finding> findings) throws IOException {
        Map<String, String> titles = RuleCatalogue.titles();
        FindingsJson.write(findings, folder.resolve(JSON));
        SarifLog.write(findings, titles, version, folder.resolve(SARIF));
        if (places.junitReport()) {
            JUnitReport.write(findings, titles, folder.resolve(JUNIT));
        }
    }

    /** In one message, since Maven puts the level before the first line of each and build servers want theirs to begin a line. */
    private void annotate(List<Finding> findings, boolean fail) {
        Annotations.of(environment)
                .map(server -> server.lines(findings, fail))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> "For the build server:\n" + String.join("\n", lines))
                .ifPresent(fail ? log::error : log::warn);
    }

    private static List<Finding> of(Severity severity, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
