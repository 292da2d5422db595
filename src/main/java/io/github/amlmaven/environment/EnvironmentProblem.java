package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;

/**
 * Why a part of an environment cannot be read: a file that is missing, an include that leads back to itself.
 *
 * @param id a short stable name, such as {@code environment/missing-file}
 * @param location where it is written
 * @param found the text that is wrong
 * @param message what is wrong, one sentence
 * @param fix what mends it, one sentence
 */
public record EnvironmentProblem(String id, Location location, String found, String message, String fix) {}
