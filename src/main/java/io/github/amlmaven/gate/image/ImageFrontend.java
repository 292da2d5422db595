package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ImageReference;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A Dockerfile that names the program that reads it without a digest. */
final class ImageFrontend extends Rule<Subject.Frontend> {
    ImageFrontend(Severity severity) {
        super("image/frontend", severity, "A Dockerfile frontend without a digest", Subject.Frontend.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Frontend subject) {
        boolean exact = ImageReference.parse(subject.written().text())
                .filter(ImageReference::isExact)
                .isPresent();
        if (exact) {
            return Stream.empty();
        }
        return finding(
                subject.written(),
                "The syntax directive names the image of the program that reads this file, and a tag of it moves.",
                "Add @sha256:<digest>, or remove the directive when you need no newer syntax.");
    }
}
