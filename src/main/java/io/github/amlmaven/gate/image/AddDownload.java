package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file that a Dockerfile downloads without its digest. */
final class AddDownload extends Rule<Subject.Download> {
    private static final Pattern COMMIT = Pattern.compile("#[0-9a-f]{40}(?=:|$)");

    AddDownload(Severity severity) {
        super("run/download", severity, "ADD of a URL without a checksum", Subject.Download.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Download subject) {
        boolean commit = COMMIT.matcher(subject.download().source().text()).find();
        if (subject.download().checked() || commit) {
            return Stream.empty();
        }
        return finding(
                subject.download().source(),
                "What the URL leads to can be replaced, and nothing here would notice.",
                "Write ADD --checksum=sha256:<digest>, or name a commit behind # for a git repository.");
    }
}
