package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.DockerImage;
import io.github.amlmaven.environment.ImageReference;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A text that names no image. */
final class ImageMalformed extends Rule<Subject.Image> {
    ImageMalformed() {
        super("image/malformed", Severity.REFUSE, "A text that names no image", Subject.Image.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Image subject) {
        boolean malformed = subject.image().source() instanceof DockerImage.Source.Registry registry
                && ImageReference.parse(registry.reference()).isEmpty();
        if (!malformed) {
            return Stream.empty();
        }
        return finding(
                subject.image().written(),
                "This is no reference to an image, so nothing can be said of what it would be.",
                "Write registry/repository@sha256:<64 digits>, in lower case.");
    }
}
