package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An image by its tag. */
final class ImageNoDigest extends Rule<Subject.Image> {
    ImageNoDigest() {
        super("image/no-digest", Severity.REFUSE, "An image without a digest", Subject.Image.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Image subject) {
        return RegistryImage.of(subject)
                .filter(image -> image.tag().isPresent() && !ImageLatest.isLatest(image))
                .flatMap(image -> finding(
                        subject.image().written(),
                        "Whoever owns the repository can move the tag to another image at any time.",
                        RegistryImage.fix(image)));
    }
}
