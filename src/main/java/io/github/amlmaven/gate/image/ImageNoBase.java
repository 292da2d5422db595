package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A Dockerfile that begins with no image: a builder refuses it, so nobody knows what was meant. */
final class ImageNoBase extends Rule<Subject.DockerBuild> {
    ImageNoBase() {
        super("image/no-base", Severity.REFUSE, "A Dockerfile without FROM", Subject.DockerBuild.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.DockerBuild subject) {
        if (!subject.dockerfile().images().isEmpty()) {
            return Stream.empty();
        }
        return finding(
                subject.dockerfile().location(),
                subject.dockerfile().location().path().name(),
                "The Dockerfile builds upon no image, and a builder refuses it.",
                "Begin it with FROM and an image by its digest.");
    }
}
