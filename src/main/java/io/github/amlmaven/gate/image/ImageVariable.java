package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.DockerImage;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An image that depends on a variable without a default. */
final class ImageVariable extends Rule<Subject.Image> {
    ImageVariable() {
        super("image/variable", Severity.REFUSE, "An image that a variable names", Subject.Image.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Image subject) {
        if (!(subject.image().source() instanceof DockerImage.Source.Unknown unknown)) {
            return Stream.empty();
        }
        return finding(
                subject.image().written(),
                "What " + unknown.variable() + " is when the image is built is not recorded anywhere.",
                "Give the ARG a default that ends in @sha256:<digest>, or write the image itself.");
    }
}
