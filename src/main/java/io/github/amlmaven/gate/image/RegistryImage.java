package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.DockerImage;
import io.github.amlmaven.environment.ImageReference;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Picks the images of a registry that are not fixed by a digest. */
final class RegistryImage {
    private RegistryImage() {}

    static Stream<ImageReference> of(Subject.Image subject) {
        return subject.image().source() instanceof DockerImage.Source.Registry registry
                ? ImageReference.parse(registry.reference()).stream().filter(image -> !image.isExact())
                : Stream.empty();
    }

    /** What mends an image: the same with the digest that it has today. */
    static String fix(ImageReference image) {
        return "Add @sha256:<digest>; `docker buildx imagetools inspect " + image.name() + "` prints it.";
    }
}
