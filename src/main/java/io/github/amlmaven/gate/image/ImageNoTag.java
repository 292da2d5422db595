package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An image by its name alone. */
final class ImageNoTag extends Rule<Subject.Image> {
    ImageNoTag() {
        super("image/no-tag", Severity.REFUSE, "An image without a tag", Subject.Image.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Image subject) {
        return RegistryImage.of(subject)
                .filter(image -> image.tag().isEmpty())
                .flatMap(image -> finding(
                        subject.image().written(),
                        "Without a tag it is latest, whatever was pushed last.",
                        RegistryImage.fix(image)));
    }
}
