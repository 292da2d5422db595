package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ImageReference;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An image by the tag that is meant to move. */
final class ImageLatest extends Rule<Subject.Image> {
    ImageLatest() {
        super("image/latest", Severity.REFUSE, "An image tagged latest", Subject.Image.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Image subject) {
        return RegistryImage.of(subject)
                .filter(image -> ImageLatest.isLatest(image))
                .flatMap(image -> finding(
                        subject.image().written(), "latest is whatever was pushed last.", RegistryImage.fix(image)));
    }

    static boolean isLatest(ImageReference image) {
        return image.tag().filter("latest"::equals).isPresent();
    }
}
