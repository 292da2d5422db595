package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PackageUrl;
import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A requirement that is exact and has no digest. As soon as one has, pip asks for those of everything else, dragged in or not. */
final class PipNoHash extends Rule<Subject.Pip> {
    PipNoHash() {
        super("pip/no-hash", Severity.REFUSE, "A requirement without a digest", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        PipLine line = subject.line();
        boolean judgedElsewhere = !line.isExact() && !subject.constrained();
        if (judgedElsewhere || !installs(line) || hasDigest(line)) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "Without digests pip takes any file of that version, and any version of what that drags in.",
                "Lock the whole file with digests: pip-compile --generate-hashes, or uv pip compile --generate-hashes.");
    }

    private static boolean installs(PipLine line) {
        return line instanceof PipLine.Named || line instanceof PipLine.Placed;
    }

    /** A commit is no digest to pip, which refuses repositories where it checks digests. */
    static boolean hasDigest(PipLine line) {
        if (line instanceof PipLine.Named named) {
            return !named.hashes().isEmpty()
                    || named.requirement().url().filter(PipNoHash::hasDigest).isPresent();
        }
        return line instanceof PipLine.Placed placed
                && (!placed.hashes().isEmpty() || hasDigest(placed.source().text()));
    }

    private static boolean hasDigest(String url) {
        PackageUrl read = PackageUrl.of(url);
        return read.system().isEmpty() && read.hash().isPresent();
    }
}
