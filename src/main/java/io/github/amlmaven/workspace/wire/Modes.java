package io.github.amlmaven.workspace.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How data reaches a job: a definition says {@code ro_mount}, the REST contract {@code ReadOnlyMount}. */
final class Modes {
    private static final Map<String, String> INPUT = Map.of(
            "mount", "ReadOnlyMount",
            "ro_mount", "ReadOnlyMount",
            "rw_mount", "ReadWriteMount",
            "download", "Download",
            "direct", "Direct",
            "eval_mount", "EvalMount",
            "eval_download", "EvalDownload");
    private static final Map<String, String> OUTPUT = Map.of(
            "mount", "ReadWriteMount",
            "rw_mount", "ReadWriteMount",
            "upload", "Upload",
            "direct", "Direct");

    private Modes() {}

    /**
     * The mode of an input.
     *
     * @param input its fields
     * @return the contract's word for its {@code mode}, if it has one
     */
    static Optional<String> input(Fields input) {
        return word(input, INPUT, "an input");
    }

    /**
     * The mode of an output.
     *
     * @param output its fields
     * @return the contract's word for its {@code mode}, if it has one
     */
    static Optional<String> output(Fields output) {
        return word(output, OUTPUT, "an output");
    }

    private static Optional<String> word(Fields fields, Map<String, String> words, String whose) {
        Optional<String> written = fields.text("mode");
        Optional<String> word = written.map(text -> words.get(text.toLowerCase(Locale.ROOT)));
        if (written.isPresent() && word.isEmpty()) {
            fields.problem(
                    "mode",
                    "'" + written.get() + "' is no mode of " + whose + ".",
                    "Write one of: "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ".");
        }
        return word;
    }
}
