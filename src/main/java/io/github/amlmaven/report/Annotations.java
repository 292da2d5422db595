package io.github.amlmaven.report;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings as commands to the build server that runs the build, which shows them beside the code. Each line has to begin in the first
 * column of the log, with nothing before it.
 */
public enum Annotations {
    /** GitHub: <a href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">workflow commands</a>. */
    GITHUB_ACTIONS {
        @Override
        String line(Finding finding, String level) {
            return "::" + level
                    + " file=" + property(finding.location().path().value())
                    + ",line=" + finding.location().line()
                    + ",col=" + finding.location().column()
                    + ",title=" + property(finding.rule())
                    + "::" + data(message(finding));
        }

        /** As {@code command.ts} of {@code @actions/core} does. */
        private String property(String text) {
            return data(text).replace(":", "%3A").replace(",", "%2C");
        }

        private String data(String text) {
            return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
        }
    },
    /** Azure: <a href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">logging commands</a>. */
    AZURE_PIPELINES {
        @Override
        String line(Finding finding, String level) {
            return "##vso[task.logissue type=" + level
                    + ";sourcepath=" + property(finding.location().path().value())
                    + ";linenumber=" + finding.location().line()
                    + ";columnnumber=" + finding.location().column()
                    + ";code=" + property(finding.rule())
                    + "]" + data(message(finding));
        }

        /** As {@code taskcommand.ts} of {@code azure-pipelines-task-lib} does. */
        private String property(String text) {
            return data(text).replace("]", "%5D").replace(";", "%3B");
        }

        private String data(String text) {
            return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
        }
    };

    /** As many errors, and as many warnings, as GitHub shows of one step; what is more is in the log all the same. */
    private static final int MOST = 10;

    /**
     * The build server that runs this build.
     *
     * @param environment the environment variables
     * @return the server; nothing when it is none of these
     */
    public static Optional<Annotations> of(Map<String, String> environment) {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            return Optional.of(GITHUB_ACTIONS);
        }
        return "True".equalsIgnoreCase(environment.get("TF_BUILD")) ? Optional.of(AZURE_PIPELINES) : Optional.empty();
    }

    /**
     * Findings as commands.
     *
     * @param findings the findings
     * @param fail whether a refusal is an error, since it fails the build, or a warning as well
     * @return one line each, errors first, without line ends; of each the first ten
     */
    public List<String> lines(List<Finding> findings, boolean fail) {
        return Stream.concat(
                        findings.stream()
                                .filter(finding -> isError(finding, fail))
                                .limit(MOST)
                                .map(finding -> line(finding, "error")),
                        findings.stream()
                                .filter(finding -> !isError(finding, fail))
                                .limit(MOST)
                                .map(finding -> line(finding, "warning")))
                .toList();
    }

    abstract String line(Finding finding, String level);

    private static boolean isError(Finding finding, boolean fail) {
        return fail && finding.severity() == Severity.REFUSE;
    }

    private static String message(Finding finding) {
        return finding.found() + ": " + finding.message() + " " + finding.fix();
    }
}
