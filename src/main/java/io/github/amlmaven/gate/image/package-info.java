/**
 * What may not float among container images and what Dockerfiles fetch. The door is {@link
 * io.github.amlmaven.gate.image.ImageRules}. Each rule is one small class, named for what it finds.
 */
@NullMarked
package io.github.amlmaven.gate.image;

import org.jspecify.annotations.NullMarked;
