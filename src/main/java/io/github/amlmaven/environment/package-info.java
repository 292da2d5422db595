/**
 * What an Azure ML environment is made of: an image, a Dockerfile, conda and pip requirements. The door is
 * {@link io.github.amlmaven.environment.EnvironmentSpec}: it follows a definition through every file that it includes and keeps the place
 * of every part. Each grammar is one small class, written after its public specification; nothing here judges what it reads.
 */
@NullMarked
package io.github.amlmaven.environment;

import org.jspecify.annotations.NullMarked;
