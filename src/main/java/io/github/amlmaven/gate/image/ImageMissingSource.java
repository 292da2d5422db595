package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.Dockerfile.Missing;
import io.github.amlmaven.environment.Token;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A {@code COPY} of what is not in the build context. */
final class ImageMissingSource extends Rule<Subject.MissingSource> {
    ImageMissingSource() {
        super("image/missing-source", Severity.REFUSE, "A COPY of what is not there", Subject.MissingSource.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MissingSource subject) {
        Token source = subject.missing().source();
        if (subject.missing().why() instanceof Missing.NotSent left) {
            return finding(
                    source,
                    "The pattern '" + left.pattern() + "' in " + left.pattern().location()
                            + " leaves it out of what the builder gets, so that the image cannot be built.",
                    "Take it in again behind that pattern, by a line of '!' and its path.");
        }
        if (subject.missing().why() instanceof Missing.NotUploaded left) {
            return finding(
                    source,
                    "The ignore file '" + left.ignoreFile()
                            + "' leaves it out of what Azure ML's client uploads, so that the image cannot be built.",
                    "Take it in again at the end of that file, by a line of '!' and its path. A .gitignore counts only where"
                            + " no .amlignore lies beside it.");
        }
        return finding(
                source,
                "The build context has no such file or folder, so that the image cannot be built from what is committed.",
                "Commit it, or correct the path: it begins in the build context, wherever the Dockerfile is.");
    }
}
